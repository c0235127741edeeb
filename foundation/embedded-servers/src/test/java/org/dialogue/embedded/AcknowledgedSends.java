package org.dialogue.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records without end and prints each once the broker has acknowledged it. */
final class AcknowledgedSends {

    static final String TOPIC = "kill";

    private AcknowledgedSends() {}

    /** Arguments: the data directory, the name of the round. */
    public static void main(String[] arguments) throws Exception {
        var kafka = EmbeddedKafka.start(Path.of(arguments[0]), 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(TOPIC)) {
                admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1)))
                        .all()
                        .get();
            }
        }
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (int number = 0; ; number++) {
                String value = arguments[1] + ":" + number;
                producer.send(new ProducerRecord<>(TOPIC, value)).get();
                System.out.println(value);
            }
        }
    }
}
