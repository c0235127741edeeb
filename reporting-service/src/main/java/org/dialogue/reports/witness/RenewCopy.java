package org.dialogue.reports.witness;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.ServiceName;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.events.EventSerializers;
import org.dialogue.kit.rules.DomainException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The command {@code renew-copy}: makes a new copy of history while the service is stopped, with the service's own settings.
 * Its options are {@code --alarm}, {@code --export}, {@code --reason} and {@code --by}. If it is cut short it is run again,
 * with the same options. See {@link CopyRenewal}.
 */
public final class RenewCopy {

    /** The first argument that asks for this command. */
    public static final String NAME = "renew-copy";

    private static final Pattern NUMBERED = Pattern.compile("(.*)([_/])([0-9]+)");

    private RenewCopy() {}

    /** The service's settings and its database, and nothing that runs. */
    @Configuration(proxyBeanMethods = false)
    @ServiceName("reporting-service")
    @ImportAutoConfiguration(MongoAutoConfiguration.class)
    @EnableConfigurationProperties({DialogueProperties.class, WitnessSettings.class})
    static class Settings {}

    /** What was made. */
    record Renewed(String database, String origin, String done) {}

    /** Runs the command, and tells in words how it ended; a refusal gives the exit code 1. */
    public static void main(String[] arguments) {
        try {
            Renewed renewed = run(arguments);
            System.out.printf(
                    "%s%nStart the service with dialogue.mongodb.database=%s and ledger.origin=%s%n",
                    renewed.done(), renewed.database(), renewed.origin());
        } catch (CopyRenewal.Refused | DomainException refused) {
            System.err.println("Nothing was done: " + refused.getMessage());
            System.exit(1);
        }
    }

    static Renewed run(String[] arguments, ApplicationContextInitializer<?>... initializers) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .initializers(initializers)
                .run(arguments)) {
            return renew(context);
        }
    }

    private static Renewed renew(ConfigurableApplicationContext context) {
        Environment options = context.getEnvironment();
        DialogueProperties properties = context.getBean(DialogueProperties.class);
        MongoClient client = context.getBean(MongoClient.class);
        Clock clock = Clock.systemUTC();
        String nextName = next(properties.databaseName(), "_");
        String nextOrigin = next(options.getRequiredProperty("ledger.origin"), "/");
        MongoDatabase former = database(client, properties.databaseName());
        Serializer serializer = EventSerializers.forEvents();
        List<Source> sources = WitnessConfiguration.sources(context.getBean(WitnessSettings.class), properties);
        AlarmId alarm = new AlarmId(option(options, "alarm"));
        SourceExport export = new SourceExport(Path.of(option(options, "export")));
        Actor by = new Actor(option(options, "by"), null, null, null, null, Set.of(Role.OPERATOR), null);
        try (EventLedger ledger = EventLedger.open(former, "events")) {
            AlarmRecord alarms = new AlarmRecord(
                    ledger, id -> alarmEvents(ledger, id, serializer), serializer, properties.service());
            String done = new CopyRenewal(
                            former, database(client, nextName), nextOrigin, sources, properties.service(), clock)
                    .renew(ledger, alarms, alarm, export, option(options, "reason"), by);
            return new Renewed(nextName, nextOrigin, done);
        }
    }

    private static String option(Environment options, String name) {
        String value = options.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new CopyRenewal.Refused("say --" + name + "=...");
        }
        return value;
    }

    private static MongoDatabase database(MongoClient client, String name) {
        return client.getDatabase(name).withWriteConcern(WriteConcern.MAJORITY).withReadConcern(ReadConcern.MAJORITY);
    }

    /** The name of the generation after this one: the first has no number. */
    static String next(String name, String separator) {
        Matcher numbered = NUMBERED.matcher(name);
        return numbered.matches() && numbered.group(2).equals(separator)
                ? numbered.group(1) + separator + (Integer.parseInt(numbered.group(3)) + 1)
                : name + separator + 2;
    }

    private static List<HistoryEntry> alarmEvents(EventLedger ledger, String aggregateId, Serializer serializer) {
        return ledger.readAggregate(aggregateId, 0, Integer.MAX_VALUE).stream()
                .filter(recorded ->
                        EventCatalogue.byName(recorded.event().name()).isPresent())
                .map(recorded -> entry(recorded, serializer))
                .toList();
    }

    private static HistoryEntry entry(RecordedEvent recorded, Serializer serializer) {
        LedgerEvent event = recorded.event();
        LedgerAlarmEvent told = serializer.deserialize(
                new SimpleSerializedObject<>(event.payload(), byte[].class, event.name(), event.revision()));
        MetaData metadata = serializer.deserialize(new SerializedMetaData<>(event.metadata(), byte[].class));
        Map<String, String> texts = new HashMap<>();
        metadata.forEach((key, value) -> texts.put(key, String.valueOf(value)));
        Origin origin = event.origin();
        return new HistoryEntry(
                recorded.position(),
                recorded.recordedAt(),
                event.id(),
                event.name(),
                origin == null ? "reporting-service" : origin.source(),
                origin == null ? recorded.position() : origin.position(),
                origin == null ? recorded.recordedAt() : origin.recordedAt(),
                told,
                texts);
    }
}
