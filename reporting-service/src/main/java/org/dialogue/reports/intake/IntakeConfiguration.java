package org.dialogue.reports.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.kafka.KafkaSettings;
import org.dialogue.ledger.EventLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells how far the copy of history has come. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    private static final List<String> SOURCES = List.of("dialogue-service", "answer-service");

    @Bean
    TopicLag topicLag(KafkaSettings kafka, DialogueProperties properties) {
        return new TopicLag(
                Admin.create(kafka.forAdmin("lag")),
                properties.realm() + "." + properties.service(),
                topics(properties));
    }

    @Bean
    MeterBinder intakeMeters(EventLedger ledger, TopicLag lag, DialogueProperties properties) {
        return registry -> {
            for (String source : SOURCES) {
                Gauge.builder(
                                "dialogue.intake.position",
                                ledger,
                                own -> own.lastOriginPosition(source).orElse(0))
                        .description("Greatest position of the source's ledger that was copied")
                        .tag("source", source)
                        .register(registry);
            }
            for (String topic : topics(properties)) {
                Gauge.builder("dialogue.intake.behind", lag, records -> records.of(topic))
                        .description("Events of the source that have yet to be taken in")
                        .tag("topic", topic)
                        .register(registry);
            }
        };
    }

    private static List<String> topics(DialogueProperties properties) {
        return properties.kafka().consumeFrom().stream().map(properties::topic).toList();
    }
}
