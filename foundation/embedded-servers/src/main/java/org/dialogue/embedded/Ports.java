package org.dialogue.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** TCP ports on the loopback interface. */
public final class Ports {

    /** Below those that systems hand out by themselves: from 32768 on, or from 49152. */
    private static final int FIRST = 20_000;

    private static final int COUNT = 10_000;

    /** Processes that run side by side begin at different ports. */
    private static final AtomicInteger TURN = new AtomicInteger(new SecureRandom().nextInt(COUNT));

    private Ports() {}

    /**
     * A port that nothing listens on at this moment. It is given to nobody else in this process, nor by the system to a
     * program that asks for any; so it is still free when the caller, or a process that the caller starts, binds it later.
     */
    public static int free() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = FIRST + Math.floorMod(TURN.getAndIncrement(), COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("No free port on the loopback interface");
    }

    private static boolean isFree(int port) {
        try {
            bind(port);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Finds out now, rather than deep inside a server's start, that a port is taken.
     *
     * @param server the name of the server that is to listen there, for the message
     * @throws PortTaken if something listens on the port, or it may not be bound
     */
    public static void requireFree(int port, String server) {
        try {
            bind(port);
        } catch (IOException e) {
            throw new PortTaken(server, port, e);
        }
    }

    private static void bind(int port) throws IOException {
        try (var socket = new ServerSocket()) {
            // A connection that a former process left in TIME_WAIT does not make the port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
