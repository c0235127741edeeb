package org.dialogue.standalone;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment says.
 *
 * @param dataDirectory {@code DIALOGUE_DATA_DIR}: where everything that has to last is kept
 * @param mongodbUri {@code MONGODB_URI}: a real MongoDB, in place of the embedded one
 * @param kafkaBootstrapServers {@code KAFKA_BOOTSTRAP_SERVERS}: a real Kafka, in place of the embedded one
 */
record Surroundings(Path dataDirectory, Optional<String> mongodbUri, Optional<String> kafkaBootstrapServers) {

    static Surroundings of(Map<String, String> environment) {
        return new Surroundings(
                Path.of(value(environment, "DIALOGUE_DATA_DIR").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                value(environment, "MONGODB_URI"),
                value(environment, "KAFKA_BOOTSTRAP_SERVERS"));
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
