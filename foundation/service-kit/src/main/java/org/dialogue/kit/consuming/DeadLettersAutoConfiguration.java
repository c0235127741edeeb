package org.dialogue.kit.consuming;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.kit.store.DeadLetterQueues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Parked letters: their page for operators, their meters, their retries. */
@AutoConfiguration(after = ConsumingAutoConfiguration.class)
@Import(DeadLetterController.class)
class DeadLettersAutoConfiguration {

    @Bean
    DeadLetters deadLetters(
            InboundGroups groups,
            DeadLetterQueues queues,
            ObjectProvider<EventProcessingConfiguration> processing,
            ObjectProvider<InboxParts> inbox) {
        return new DeadLetters(
                () -> {
                    List<ParkedLetters> parked = new ArrayList<>();
                    groups.all()
                            .forEach(group -> processing
                                    .getObject()
                                    .sequencedDeadLetterProcessor(group)
                                    .ifPresent(processor ->
                                            parked.add(new PolicyLetters(group, queues.of(group), processor))));
                    inbox.ifAvailable(parts -> parked.addAll(parts.parkedLetters()));
                    return parked;
                },
                queues.letters());
    }

    @Bean
    DeadLetterActs deadLetterActs(MongoDatabase serviceDatabase) {
        return new DeadLetterActs(serviceDatabase.getCollection("dead_letter_acts"));
    }

    /** Whether letters are parked, and how many for which group. */
    @Bean
    HealthIndicator deadLettersHealthIndicator(DeadLetters letters) {
        return () -> {
            try {
                Map<String, Long> parked = letters.counts();
                Health.Builder health = parked.isEmpty() ? Health.up() : Health.status(DegradedStatus.DEGRADED);
                return health.withDetail("parked", parked).build();
            } catch (MongoException unavailable) {
                return Health.unknown().build();
            }
        };
    }

    /** Counts parked letters, group by group; Axon makes its processors, and with them their groups, when it starts. */
    @Bean
    ApplicationListener<ApplicationReadyEvent> deadLetterMeters(DeadLetters letters, MeterRegistry meters) {
        return ready -> letters.groups()
                .forEach(group -> Gauge.builder("dialogue.dead.letters", () -> letters.size(group))
                        .description("Letters parked after failures")
                        .tag("group", group)
                        .register(meters));
    }

    @Bean
    DeadLetterRetries deadLetterRetries(DeadLetters letters, DialogueProperties properties) {
        return new DeadLetterRetries(
                letters, properties.kafka().retryParkedEvery(), properties.service() + "-parked-letters");
    }

    /** The letters that Axon parked for a processing group. */
    private record PolicyLetters(
            String group,
            SequencedDeadLetterQueue<EventMessage<?>> queue,
            SequencedDeadLetterProcessor<EventMessage<?>> processor)
            implements ParkedLetters {

        @Override
        public String storedAs() {
            return group;
        }

        @Override
        public boolean retry(LetterFilter filter) {
            return processor.process(filter::accepts);
        }
    }
}
