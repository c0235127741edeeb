package org.dialogue.reports.witness;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.kafka.KafkaSettings;
import org.dialogue.kit.kafka.TopicFollower;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.spring.LedgerProperties;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.views.LiveView;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The witness on this service's ledger. */
@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    /** Made before anything else is, so that no instance works on a copy that another has taken the place of. */
    @Bean
    CopyGeneration copyGeneration(MongoDatabase serviceDatabase, MongoClient client, LedgerProperties ledger) {
        CopyGeneration generation = new CopyGeneration(serviceDatabase);
        generation.requireCurrent(ledger.origin(), client::getDatabase);
        return generation;
    }

    @Bean
    WitnessKey witnessKey(WitnessSettings settings, DialogueProperties properties) {
        return WitnessKey.read(settings, properties.realm() + "/witness");
    }

    @Bean
    AlarmRecord alarmRecord(
            EventLedger ledger,
            History history,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            DialogueProperties properties) {
        return new AlarmRecord(ledger, history::ofAggregate, eventSerializer, properties.service());
    }

    @Bean
    CheckpointBook checkpointBook(MongoDatabase serviceDatabase, Clock clock) {
        return new CheckpointBook(serviceDatabase, clock);
    }

    @Bean
    Witnesses witnesses(
            EventLedger ledger,
            MongoDatabase serviceDatabase,
            CheckpointBook book,
            AlarmRecord alarms,
            WitnessKey key,
            WitnessSettings settings,
            DialogueProperties properties,
            Clock clock,
            MeterRegistry meters) {
        List<Source> sources = sources(settings, properties);
        WitnessedTrees trees = new WitnessedTrees(
                ledger,
                new TreeMarks(serviceDatabase),
                sources.stream().map(Source::name).toList());
        KnownKeys keys = new KnownKeys(serviceDatabase, clock);
        HttpClient client = HttpPublisher.newClient();
        List<Witness> witnesses = sources.stream()
                .map(source -> {
                    Publisher publisher = new HttpPublisher(client, source);
                    return new Witness(
                            source,
                            trees,
                            book,
                            keys,
                            publisher,
                            new RefusingCheckpoints(source, trees, book, publisher, alarms, clock, meters),
                            key.secret(),
                            clock);
                })
                .toList();
        return new Witnesses(ledger, trees, witnesses, properties.mongodb().pollInterval());
    }

    @Bean
    TopicFollower checkpointTopics(
            WitnessSettings settings,
            CheckpointBook book,
            Witnesses witnesses,
            Topics topics,
            KafkaSettings kafka,
            DialogueProperties properties) {
        List<Source> sources = sources(settings, properties);
        return new TopicFollower(
                properties.realm() + "." + properties.service() + ".witness",
                sources.stream().map(Source::topic).toList(),
                new CheckpointListener(sources, book, witnesses::look),
                kafka.forConsumer("witness"),
                topics,
                properties.kafka().retryDelay());
    }

    @Bean
    HealthIndicator witnessHealthIndicator(
            Witnesses witnesses, LiveView<LedgerAlarms> alarms, Clock clock, WitnessSettings settings) {
        return new WitnessHealth(witnesses, () -> alarms.state().view(), clock, settings.patience());
    }

    @Bean
    MeterBinder witnessMeters(Witnesses witnesses, LiveView<LedgerAlarms> alarms, Clock clock) {
        return new WitnessMeters(witnesses, () -> alarms.state().view(), clock);
    }

    static List<Source> sources(WitnessSettings settings, DialogueProperties properties) {
        return settings.sources().entrySet().stream()
                .map(entry -> new Source(
                        entry.getKey(),
                        properties.realm() + "/" + entry.getKey(),
                        properties.topic(entry.getKey().replaceFirst("-service$", "") + ".checkpoints"),
                        entry.getValue().url(),
                        entry.getValue().keys().stream().map(VerifierKey::parse).toList()))
                .toList();
    }
}
