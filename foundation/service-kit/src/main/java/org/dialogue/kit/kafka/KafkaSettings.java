package org.dialogue.kit.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * Settings of Kafka clients: what an operator sets under {@code spring.kafka.*} (security above all), and names that tell
 * the clients of one process apart.
 */
public final class KafkaSettings {

    private final KafkaProperties properties;
    private final String bootstrapServers;
    private final String service;

    KafkaSettings(KafkaProperties properties, String bootstrapServers, String service) {
        this.properties = properties;
        this.bootstrapServers = bootstrapServers;
        this.service = service;
    }

    /** {@return settings of an admin client for the given purpose} */
    public Map<String, Object> forAdmin(String purpose) {
        return common(properties.buildAdminProperties(), purpose);
    }

    /** {@return settings of a producer for the given purpose} */
    public Map<String, Object> forProducer(String purpose) {
        return common(properties.buildProducerProperties(), purpose);
    }

    /** {@return settings of a consumer for the given purpose} */
    public Map<String, Object> forConsumer(String purpose) {
        return common(properties.buildConsumerProperties(), purpose);
    }

    private Map<String, Object> common(Map<String, Object> given, String purpose) {
        Map<String, Object> settings = new HashMap<>(given);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, service + "-" + purpose);
        // Meters go to Micrometer; beans in JMX would clash where services share a process.
        settings.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        return settings;
    }
}
