package org.dialogue.ledger.safety;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.dialogue.ledger.safety.WireMessage.Request;

/**
 * One connection of the driver, in two halves: requests go one way and replies the other, each in a thread of its own,
 * because servers may send without being asked.
 */
final class ProxiedConnection {

    private final Socket client;
    private final Socket server;
    private final Function<Request, Fate> fates;
    private final UnaryOperator<WireMessage> shown;

    /** Fates of the requests that the server has not answered yet, by their ids. */
    private final Map<Integer, Fate> underWay = new ConcurrentHashMap<>();

    /**
     * @param fates decides about each request
     * @param shown turns each reply into what the driver gets to see
     */
    ProxiedConnection(Socket client, Socket server, Function<Request, Fate> fates, UnaryOperator<WireMessage> shown)
            throws IOException {
        this.client = client;
        this.server = server;
        this.fates = fates;
        this.shown = shown;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Hands on requests until a connection breaks. */
    void requests() throws IOException {
        try (DataInputStream in = input(client)) {
            while (true) {
                WireMessage message = WireMessage.read(in);
                handOn(message, message.request().map(fates).orElse(Fate.PASS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (underWay.isEmpty()) {
                server.close();
            }
        }
    }

    private void handOn(WireMessage request, Fate fate) throws IOException, InterruptedException {
        if (fate instanceof Fate.Refused refused) {
            answer(request.requestId(), refused.reply());
            return;
        }
        if (fate == Fate.Cut.BEFORE_THE_REQUEST) {
            close();
            return;
        }
        underWay.put(request.requestId(), fate);
        if (fate instanceof Fate.Late late) {
            late.sent().countDown();
            client.close();
            late.until().await();
        } else if (fate instanceof Fate.Held held) {
            held.arrived().countDown();
            held.until().await();
        }
        send(server, request.bytes());
    }

    /** Hands on replies until a connection breaks. */
    void replies() throws IOException {
        try (DataInputStream in = input(server)) {
            while (true) {
                WireMessage message = WireMessage.read(in);
                Fate fate = underWay.remove(message.responseTo());
                handBack(message, fate == null ? Fate.PASS : fate);
            }
        } finally {
            close();
        }
    }

    private void handBack(WireMessage reply, Fate fate) throws IOException {
        if (fate == Fate.Cut.BEFORE_THE_REPLY) {
            close();
        } else if (fate == Fate.Cut.WITHIN_THE_REPLY) {
            send(client, Arrays.copyOf(reply.bytes(), reply.bytes().length / 2));
            close();
        } else if (fate instanceof Fate.Late late) {
            late.done().countDown();
            close();
        } else if (fate instanceof Fate.Denied denied) {
            answer(reply.responseTo(), denied.reply());
        } else {
            if (fate instanceof Fate.Overtaken overtaken) {
                overtaken.meanwhile().run();
            }
            send(client, shown.apply(reply).bytes());
        }
    }

    private void answer(int request, BsonDocument reply) throws IOException {
        send(client, WireMessage.reply(request, reply).bytes());
    }

    void close() throws IOException {
        client.close();
        server.close();
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    private static void send(Socket socket, byte[] bytes) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(bytes);
        out.flush();
    }
}
