package org.dialogue.kit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is set under {@code dialogue.*}. Servers are named by {@code MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS} and
 * {@code OIDC_ISSUER_URI}.
 *
 * @param service the service's name, from {@link ServiceName}
 * @param realm the province; prefixes topics and databases
 * @param mongodb where the service keeps what it keeps
 * @param kafka what it publishes and consumes
 * @param web limits at the edge
 */
@ConfigurationProperties("dialogue")
public record DialogueProperties(
        String service,
        @DefaultValue("nghe-an") String realm,
        @DefaultValue Mongodb mongodb,
        @DefaultValue Kafka kafka,
        @DefaultValue Web web) {

    /**
     * MongoDB.
     *
     * @param database the database's name; by default made of realm and service, such as {@code nghe_an_dialogue}
     * @param pollInterval how long an event appended by another instance may wait to be seen
     */
    public record Mongodb(
            @Nullable String database,
            @DefaultValue("200ms") Duration pollInterval) {}

    /**
     * Kafka.
     *
     * @param bootstrapServers as for any Kafka client
     * @param publishTo the topic without the realm, such as {@code dialogue.events}; empty publishes nothing
     * @param consumeFrom topics without the realm
     * @param sources by topic, without the realm, the services believed there; by default those of this house. In a
     *     file {@code dialogue.kafka.sources.[other.events]}
     * @param batchSize events sent before their acknowledgements are awaited
     * @param retryDelay wait after a failure
     * @param retryParkedEvery how often parked letters are tried again
     */
    public record Kafka(
            @DefaultValue("localhost:19092") String bootstrapServers,
            @DefaultValue("") String publishTo,
            @DefaultValue({}) List<String> consumeFrom,
            @DefaultValue Map<String, List<String>> sources,
            @DefaultValue("500") int batchSize,
            @DefaultValue("1s") Duration retryDelay,
            @DefaultValue("1m") Duration retryParkedEvery) {}

    /**
     * The edge.
     *
     * @param maxBody the largest request body
     * @param bodyWithin how long a request body may take to arrive, however steadily it drips
     * @param commandTimeout how long a command's outcome is awaited
     * @param idempotencyKept how long it is remembered that a request under an Idempotency-Key recorded nothing; what
     *     recorded something is known for ever
     */
    public record Web(
            @DefaultValue("256KB") DataSize maxBody,
            @DefaultValue("30s") Duration bodyWithin,
            @DefaultValue("10s") Duration commandTimeout,
            @DefaultValue("7d") Duration idempotencyKept) {}

    /** {@return the name of the service's database} */
    public String databaseName() {
        String given = mongodb.database();
        return given == null || given.isBlank()
                ? (realm + "_" + service.replaceFirst("-service$", "")).replace('-', '_')
                : given;
    }

    /**
     * A topic's full name.
     *
     * @param topic without the realm, such as {@code dialogue.events}
     * @return with it, such as {@code nghe-an.dialogue.events}
     */
    public String topic(String topic) {
        return realm + "." + topic;
    }

    /** {@return the full name of the topic of this service's checkpoints, such as {@code nghe-an.dialogue.checkpoints}} */
    public String checkpointTopic() {
        return topic(service.replaceFirst("-service$", "") + ".checkpoints");
    }
}
