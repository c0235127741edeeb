package org.dialogue.kit.consuming;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.kafka.KafkaSettings;
import org.dialogue.kit.kafka.TopicFollower;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.kit.observability.TraceContext;
import org.dialogue.kit.store.DeadLetterQueues;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The inbox of a service that names topics. */
@AutoConfiguration
@Conditional(ConsumingAutoConfiguration.OnTopicsToConsume.class)
class ConsumingAutoConfiguration {

    @Bean
    InboxStatus inboxStatus(MeterRegistry meters) {
        InboxStatus status = new InboxStatus();
        Gauge.builder("dialogue.consuming.missing", () -> status.missing().size())
                .description("Sources of which a position is missing and waited for")
                .register(meters);
        return status;
    }

    @Bean
    InboxParts inboxParts(
            List<InboundHandler> handlers,
            InboundMessages messages,
            LedgerEventReader reader,
            DeadLetterQueues queues,
            TraceContext traces,
            MeterRegistry meters,
            DialogueProperties properties) {
        Stream<InboundHandler> all = Stream.concat(Stream.of(new PolicyHandler(messages, reader)), handlers.stream());
        return new InboxParts(
                all.map(handler -> new ParkingHandler(
                                handler, LetterBox.of(handler.name(), queues), Retries.standard(), traces))
                        .toList(),
                new UnreadableRecords(LetterBox.of(UnreadableRecords.GROUP, queues)),
                new UnbelievedRecords(
                        LetterBox.of(UnbelievedRecords.GROUP, queues), TopicOwners.of(properties), meters));
    }

    @Bean
    InboxMemory inboxMemory(MongoDatabase serviceDatabase) {
        return new InboxMemory(serviceDatabase.getCollection("consumed"));
    }

    @Bean
    TopicHistory topicHistory(InboxMemory memory, KafkaSettings kafka, DialogueProperties properties) {
        return new TopicHistory(
                properties.kafka().consumeFrom().stream().map(properties::topic).toList(),
                kafka.forConsumer("history"),
                memory,
                TopicOwners.of(properties));
    }

    @Bean
    TopicFollower inboxTopics(
            InboxMemory memory,
            InboxParts parts,
            InboxStatus status,
            InboundGroups groups,
            DeadLetterQueues queues,
            KafkaSettings kafka,
            Topics topics,
            MeterRegistry meters,
            DialogueProperties properties) {
        List<String> parkedByInbox = Stream.concat(
                        groups.all().stream().filter(groups::isInbound),
                        parts.parkedLetters().stream().map(ParkedLetters::storedAs))
                .toList();
        Inbox inbox = new Inbox(
                memory,
                parts.handlers(),
                parts.unreadable(),
                parts.unbelieved(),
                status,
                () -> queues.recall(parkedByInbox));
        return new TopicFollower(
                properties.realm() + "." + properties.service(),
                properties.kafka().consumeFrom().stream().map(properties::topic).toList(),
                new KafkaInbox(inbox, memory, status, meters),
                kafka.forConsumer("inbox"),
                topics,
                properties.kafka().retryDelay());
    }

    /** How far each source has been consumed, and which position is missing. */
    @Bean
    HealthIndicator inboxHealthIndicator(InboxStatus status) {
        return () -> {
            Health.Builder health = status.missing().isEmpty() ? Health.up() : Health.status(DegradedStatus.DEGRADED);
            return health.withDetail("handled", status.positions())
                    .withDetail("missing", status.missing())
                    .build();
        };
    }

    /** Matches if the service names topics to consume; a list has no property of its own name to ask for. */
    static final class OnTopicsToConsume implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Binder.get(context.getEnvironment())
                    .bind("dialogue.kafka.consume-from", Bindable.listOf(String.class))
                    .orElse(List.of())
                    .isEmpty();
        }
    }
}
