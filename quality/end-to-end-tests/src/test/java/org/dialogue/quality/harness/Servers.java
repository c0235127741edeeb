package org.dialogue.quality.harness;

import org.dialogue.embedded.TestServers;

/**
 * The servers that processes are told to use.
 *
 * @param mongoUri connection string of MongoDB
 * @param kafka Kafka's bootstrap servers
 */
public record Servers(String mongoUri, String kafka) {

    /** {@return those of the environment, else embedded ones that all tests of this run share} */
    public static Servers shared() {
        return new Servers(TestServers.mongoUri(), TestServers.kafkaBootstrapServers());
    }

    /** {@return the same, with another Kafka} */
    public Servers withKafka(String bootstrapServers) {
        return new Servers(mongoUri, bootstrapServers);
    }

    /** {@return the same, with another MongoDB} */
    public Servers withMongo(String uri) {
        return new Servers(uri, kafka);
    }
}
