package org.dialogue.ledger.safety;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerDescription;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.safety.WireMessage.Request;

/**
 * A network between the driver and the server that breaks where a test wants it to. It understands just enough of the
 * wire protocol to know where a message begins and ends and which command it holds. Encrypted connections are beyond it.
 */
final class WireProxy implements AutoCloseable {

    private final ServerAddress server = primary();
    private final ServerSocket listening;
    private final Queue<MongoClient> clients = new ConcurrentLinkedQueue<>();
    private final Queue<Connection> connections = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile Function<Request, Fate> fates = request -> Fate.PASS;
    private volatile boolean looksLikeAReplicaSet;

    WireProxy() {
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port for the proxy", e);
        }
        start(this::accept, "accept");
    }

    /** Decides about every command from now on. Called by many threads at once. */
    void decide(Function<Request, Fate> fates) {
        this.fates = fates;
    }

    /** Decides about every insert from now on, and lets all else pass. */
    void decideInserts(Function<Request, Fate> fates) {
        decide(request -> request.inserts() ? fates.apply(request) : Fate.PASS);
    }

    void heal() {
        decide(request -> Fate.PASS);
    }

    /** A client that sees the server through this network, and soon notices when it is back. */
    MongoClient client(boolean retryingWrites) {
        looksLikeAReplicaSet |= retryingWrites;
        MongoClient client = MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(TestServers.mongoUri()))
                .retryWrites(retryingWrites)
                .applyToClusterSettings(cluster -> cluster.mode(ClusterConnectionMode.SINGLE)
                        .hosts(List.of(address()))
                        .serverSelectionTimeout(5, TimeUnit.SECONDS))
                .applyToServerSettings(heartbeat -> heartbeat
                        .minHeartbeatFrequency(2, TimeUnit.MILLISECONDS)
                        .heartbeatFrequency(200, TimeUnit.MILLISECONDS))
                .build());
        clients.add(client);
        return client;
    }

    /**
     * Breaks all connections.
     *
     * @throws AssertionError if the proxy, or what a test had it do, failed
     */
    @Override
    public void close() {
        clients.forEach(MongoClient::close);
        try {
            listening.close();
            for (Connection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot be closed", e);
        }
        failures.forEach(failure -> {
            throw new AssertionError("The proxy failed", failure);
        });
    }

    private ServerAddress address() {
        return new ServerAddress("127.0.0.1", listening.getLocalPort());
    }

    /** Only the primary takes writes, and it is asked which it is before the first test uses it. */
    private static ServerAddress primary() {
        MongoClient direct = TestMongo.client();
        direct.getDatabase("admin").runCommand(new Document("ping", 1));
        return direct.getClusterDescription().getServerDescriptions().stream()
                .filter(one -> one.isPrimary() || one.isStandAlone())
                .map(ServerDescription::getAddress)
                .findAny()
                .orElseThrow();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Connection connection = new Connection(client, new Socket(server.getHost(), server.getPort()));
            connections.add(connection);
            start(connection::requests, "requests");
            start(connection::replies, "replies");
        }
    }

    private interface Pump {
        void run() throws IOException;
    }

    private void start(Pump pump, String name) {
        Thread thread = new Thread(
                () -> {
                    try {
                        pump.run();
                    } catch (IOException hungUp) {
                        // By either end, by the test, or as decided: nothing is left to hand on.
                        return;
                    } catch (RuntimeException | AssertionError failure) {
                        failures.add(failure);
                    }
                },
                "wire-proxy-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    /** What one connection of the driver became. */
    private final class Connection {

        private final Socket client;
        private final Socket upstream;
        private final Map<Integer, Fate> awaited = new ConcurrentHashMap<>();

        Connection(Socket client, Socket upstream) throws IOException {
            this.client = client;
            this.upstream = upstream;
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
        }

        void requests() throws IOException {
            try (DataInputStream in = input(client)) {
                while (true) {
                    WireMessage message = WireMessage.read(in);
                    Fate fate = message.request().map(fates).orElse(Fate.PASS);
                    awaited.put(message.requestId(), fate);
                    if (fate instanceof Fate.Refused refused) {
                        send(
                                client,
                                WireMessage.reply(message.requestId(), refused.reply())
                                        .bytes());
                    } else if (fate == Fate.Cut.BEFORE_THE_REQUEST) {
                        close();
                    } else {
                        if (fate instanceof Fate.Late late) {
                            late.sent().countDown();
                            client.close();
                            late.until().await();
                        } else if (fate instanceof Fate.Held held) {
                            held.arrived().countDown();
                            held.until().await();
                        }
                        send(upstream, message.bytes());
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                if (awaited.isEmpty()) {
                    upstream.close();
                }
            }
        }

        void replies() throws IOException {
            try (DataInputStream in = input(upstream)) {
                while (true) {
                    WireMessage message = WireMessage.read(in);
                    Fate fate = awaited.getOrDefault(message.responseTo(), Fate.PASS);
                    awaited.remove(message.responseTo());
                    if (fate == Fate.Cut.BEFORE_THE_REPLY) {
                        close();
                    } else if (fate == Fate.Cut.WITHIN_THE_REPLY) {
                        send(client, Arrays.copyOf(message.bytes(), message.bytes().length / 2));
                        close();
                    } else if (fate instanceof Fate.Late late) {
                        late.done().countDown();
                        close();
                    } else if (fate instanceof Fate.Denied denied) {
                        send(
                                client,
                                WireMessage.reply(message.responseTo(), denied.reply())
                                        .bytes());
                    } else {
                        if (fate instanceof Fate.Overtaken overtaken) {
                            overtaken.meanwhile().run();
                        }
                        send(client, shown(message).bytes());
                    }
                }
            } finally {
                close();
            }
        }

        private WireMessage shown(WireMessage reply) {
            return looksLikeAReplicaSet ? reply.asIfFromAReplicaSet(address().toString()) : reply;
        }

        void close() throws IOException {
            client.close();
            upstream.close();
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
}
