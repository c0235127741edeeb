package org.dialogue.ledger.safety;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ServerDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bson.Document;
import org.dialogue.embedded.TestServers;
import org.dialogue.ledger.Patience;
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
    private final Queue<ProxiedConnection> connections = new ConcurrentLinkedQueue<>();
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
                        .serverSelectionTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS))
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
            for (ProxiedConnection connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The proxy cannot be closed", e);
        }
        failures.forEach(failure -> {
            throw new AssertionError("The proxy failed", failure);
        });
    }

    private WireMessage shown(WireMessage reply) {
        return looksLikeAReplicaSet ? reply.asIfFromAReplicaSet(address().toString()) : reply;
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
            ProxiedConnection connection = new ProxiedConnection(
                    client,
                    new Socket(server.getHost(), server.getPort()),
                    request -> fates.apply(request),
                    this::shown);
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
}
