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
 * @param demoPassword {@code DIALOGUE_DEMO_PASSWORD}: what demo people sign in with, by default that of {@code sign-in.yml}
 */
record Surroundings(
        Path dataDirectory, Optional<String> mongodbUri, Optional<String> kafkaBootstrapServers, String demoPassword) {

    static Surroundings of(Map<String, String> environment) {
        return new Surroundings(
                Path.of(value(environment, "DIALOGUE_DATA_DIR").orElse("data"))
                        .toAbsolutePath()
                        .normalize(),
                value(environment, "MONGODB_URI"),
                value(environment, "KAFKA_BOOTSTRAP_SERVERS"),
                value(environment, "DIALOGUE_DEMO_PASSWORD").orElse("dialogue-demo"));
    }

    private static Optional<String> value(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }
}
