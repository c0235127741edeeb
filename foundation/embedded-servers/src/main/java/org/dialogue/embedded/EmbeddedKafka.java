package org.dialogue.embedded;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * The real Kafka broker, broker and controller in one (KRaft), on the loopback interface of this process.
 *
 * <p>Its data stay in a directory: what it has acknowledged survives restarts and the death of the process. Records
 * are kept for ever unless a topic says otherwise. Topics are not created by mistyping their names; programs create
 * theirs with an admin client.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker on the data in a directory, which is created and formatted if it is new. Returns when clients
     * can connect.
     *
     * @param port the TCP port, 0 for any free one
     * @throws PortTaken if something else listens on the port
     * @throws IllegalStateException if the directory cannot be formatted
     */
    public static EmbeddedKafka start(Path directory, int port) {
        if (port != 0) {
            Ports.requireFree(port, "Kafka");
        }
        int brokerPort = port == 0 ? Ports.free() : port;
        format(directory);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings(directory, brokerPort), false), Time.SYSTEM);
        server.startup();
        return new EmbeddedKafka(server, "127.0.0.1:" + brokerPort);
    }

    private static void format(Path directory) {
        try {
            Files.createDirectories(directory);
            if (Files.exists(directory.resolve("meta.properties"))) {
                return;
            }
            new Formatter()
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(directory.toString())
                    .addDirectory(directory.toString())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create Kafka's data directory " + directory, e);
        } catch (Exception e) { // Formatter declares no less
            throw new IllegalStateException("Cannot format Kafka's data directory " + directory, e);
        }
    }

    private static Properties settings(Path directory, int port) {
        int controllerPort = Ports.free();
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                String.valueOf(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "listeners",
                "BROKER://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controllerPort,
                "inter.broker.listener.name",
                "BROKER",
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "log.dirs",
                directory.toString(),
                "auto.create.topics.enable",
                "false",
                "log.retention.ms",
                "-1"));
        // There is one broker only.
        settings.putAll(Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        // It shares its process with others: few threads and partitions, small buffers, no waiting for latecomers.
        settings.putAll(Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.cleaner.dedupe.buffer.size", "4194304",
                "group.initial.rebalance.delay.ms", "0"));
        // Nothing is written to show a broker elsewhere that the controller lives.
        settings.put("metadata.max.idle.interval.ms", "0");
        // A broker that was killed may register again only when its former session has run out. But on a machine that
        // stands still for some seconds it must not: no topic could be created until the broker is heard of again.
        settings.putAll(Map.of(
                "broker.session.timeout.ms", "6000",
                "broker.heartbeat.interval.ms", "1500",
                "initial.broker.registration.timeout.ms", "300000"));
        return settings;
    }

    /** Where clients connect, as in {@code 127.0.0.1:19092}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Stops the broker in order and waits until it has. Its data stay. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
