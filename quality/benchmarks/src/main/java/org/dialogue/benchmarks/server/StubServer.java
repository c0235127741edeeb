package org.dialogue.benchmarks.server;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * Speaks just enough of MongoDB's wire protocol (OP_MSG) to acknowledge inserts after a fixed delay and to find nothing
 * stored. Against it a client shows what it costs by itself, with next to nothing spent on the server.
 */
public final class StubServer implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int OP_MSG = 2013;
    private static final int OP_QUERY = 2004;
    private static final int OP_REPLY = 1;
    private static final int OP_REPLY_FIELDS = 20;

    private final ServerSocket socket;
    private final Duration delay;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong inserts = new AtomicLong();

    private StubServer(ServerSocket socket, Duration delay) {
        this.socket = socket;
        this.delay = delay;
    }

    /**
     * Starts to serve on the loopback interface.
     *
     * @param delay what passes between an insert and its acknowledgement
     */
    public static StubServer start(Duration delay) {
        try {
            var server = new StubServer(new ServerSocket(0, 128, InetAddress.getLoopbackAddress()), delay);
            daemon("stub-server", server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the stub of a server", e);
        }
    }

    /** Where clients connect. */
    public String connectionString() {
        return "mongodb://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many insert commands were acknowledged so far. */
    public long inserts() {
        return inserts.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                daemon("stub-connection", () -> serve(connection));
            } catch (SocketException closed) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var input = new DataInputStream(connection.getInputStream());
            while (true) {
                ByteBuffer request = read(input);
                connection.getOutputStream().write(reply(request));
            }
        } catch (EOFException | SocketException gone) {
            connections.remove(connection);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer read(DataInputStream input) throws IOException {
        byte[] length = input.readNBytes(Integer.BYTES);
        if (length.length < Integer.BYTES) {
            throw new EOFException();
        }
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        byte[] message = new byte[size];
        input.readFully(message, Integer.BYTES, size - Integer.BYTES);
        return ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    }

    private byte[] reply(ByteBuffer request) {
        int id = request.getInt(4);
        if (request.getInt(12) == OP_QUERY) {
            return message(id, OP_REPLY, OP_REPLY_FIELDS, StubReplies.hello());
        }
        // Flags, then the kind of the first section: the body, which comes first in what the driver sends.
        int bodyAt = HEADER + Integer.BYTES + 1;
        int bodySize = request.getInt(bodyAt);
        BsonDocument body = new RawBsonDocument(request.array(), bodyAt, bodySize);
        if (body.getFirstKey().equals("insert")) {
            inserts.incrementAndGet();
            LockSupport.parkNanos(delay.toNanos());
        }
        return message(id, OP_MSG, Integer.BYTES + 1, StubReplies.to(body));
    }

    /** The fields before the document are all zero, but the number of documents in an old-style reply. */
    private static byte[] message(int inReplyTo, int opCode, int fields, BsonDocument body) {
        ByteBuffer document = new RawBsonDocument(body, new BsonDocumentCodec())
                .getByteBuffer()
                .asNIO();
        int size = HEADER + fields + document.remaining();
        ByteBuffer message = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(size).putInt(0).putInt(inReplyTo).putInt(opCode);
        if (opCode == OP_REPLY) {
            message.putInt(HEADER + OP_REPLY_FIELDS - Integer.BYTES, 1);
        }
        message.position(HEADER + fields);
        message.put(document);
        return message.array();
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
