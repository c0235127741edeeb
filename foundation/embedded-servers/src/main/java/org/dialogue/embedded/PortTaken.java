package org.dialogue.embedded;

/** A server cannot start because another program listens on the port that it was given. */
public final class PortTaken extends RuntimeException {

    private final int port;

    PortTaken(String server, int port, Throwable cause) {
        super("%s cannot listen on port %d: another program does already.".formatted(server, port), cause);
        this.port = port;
    }

    /** The TCP port in question. */
    public int port() {
        return port;
    }
}
