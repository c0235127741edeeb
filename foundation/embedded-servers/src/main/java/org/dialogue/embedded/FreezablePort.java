package org.dialogue.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands before a server and passes everything on, until it is frozen: then connections stay open and nothing comes
 * through in either direction, as with a server whose process is stopped. What waits comes through when it thaws.
 */
public final class FreezablePort implements AutoCloseable {

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private boolean frozen;

    private FreezablePort(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Stands before a server on the loopback interface. */
    public static FreezablePort before(int port) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            FreezablePort opened =
                    new FreezablePort(new InetSocketAddress(loopback, port), new ServerSocket(0, 100, loopback));
            daemon(opened::accept);
            return opened;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return where it listens, on the loopback interface} */
    public int port() {
        return listener.getLocalPort();
    }

    /** Lets nothing through any more. */
    public void freeze() {
        synchronized (gate) {
            frozen = true;
        }
    }

    /** Lets everything through again. */
    public void thaw() {
        synchronized (gate) {
            frozen = false;
            gate.notifyAll();
        }
    }

    /** Breaks all connections off, as a server does that dies and comes back at once. */
    public void cut() {
        try {
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket behind = new Socket(server.getAddress(), server.getPort());
                client.setTcpNoDelay(true);
                behind.setTcpNoDelay(true);
                sockets.add(client);
                sockets.add(behind);
                daemon(() -> pass(client, behind));
                daemon(() -> pass(behind, client));
            } catch (IOException closed) {
                close();
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[16_384];
        try (from;
                to) {
            for (int read = from.getInputStream().read(buffer);
                    read >= 0;
                    read = from.getInputStream().read(buffer)) {
                awaitThaw();
                to.getOutputStream().write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException ended) {
            // One end is gone; closing tells the other.
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void awaitThaw() throws InterruptedException {
        synchronized (gate) {
            while (frozen) {
                gate.wait();
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "freezable-port");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        thaw();
        try {
            listener.close();
            cut();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
