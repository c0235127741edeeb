package org.dialogue.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports on the loopback interface. */
public final class Ports {

    private Ports() {}

    /**
     * A port that nothing listens on at this moment. Another program may take it before the caller does, so whoever
     * binds it has to be ready to ask again.
     */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on the loopback interface", e);
        }
    }

    /**
     * Finds out now, rather than deep inside a server's start, that a port is taken.
     *
     * @param server the name of the server that is to listen there, for the message
     * @throws PortTaken if something listens on the port, or it may not be bound
     */
    public static void requireFree(int port, String server) {
        try (var socket = new ServerSocket()) {
            // A connection that a former process left in TIME_WAIT does not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new PortTaken(server, port, e);
        }
    }
}
