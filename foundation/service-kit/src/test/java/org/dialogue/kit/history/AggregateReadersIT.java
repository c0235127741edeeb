package org.dialogue.kit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.dialogue.embedded.TestServers;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.events.TestReaders;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class AggregateReadersIT {

    private static final UnitId DIEN_LAM = new UnitId("dien-lam");

    private final AtomicInteger roundTrips = new AtomicInteger();
    private final String database = "readers-" + UUID.randomUUID();
    private final List<MongoClient> clients = new ArrayList<>();
    private final EventLedger ledger = ledger(true);
    private final EventLedger another = ledger(false);
    private final AggregateReaders aggregates =
            new AggregateReaders(ledger, TestReaders.of(NoOpEventUpcaster.INSTANCE), new LedgerTail(ledger));
    private final AggregateReaders.Reader<AdministrativeUnitEvent, Integer> units =
            aggregates.of(AdministrativeUnitEvent.class, AggregateReadersIT::counted);

    @AfterEach
    void tearDown() {
        RequestContextHolder.resetRequestAttributes();
        ledger.close();
        another.close();
        clients.forEach(MongoClient::close);
    }

    @Test
    void readsWhatAnyInstanceHasRecorded() {
        assertThat(units.read(DIEN_LAM)).isEmpty();

        append(another, DIEN_LAM, 0);
        assertThat(units.read(DIEN_LAM)).hasValue(new Versioned<>(1, 0));

        append(ledger, DIEN_LAM, 1);
        append(another, DIEN_LAM, 2);
        append(another, DIEN_LAM, 3);
        assertThat(units.read(DIEN_LAM)).hasValue(new Versioned<>(4, 3));
    }

    @Test
    void looksOnlyAtTheEndOfWhatItKnows() {
        append(another, DIEN_LAM, 0);
        append(another, DIEN_LAM, 1);
        units.read(DIEN_LAM);

        assertThat(roundTripsOf(() -> units.read(DIEN_LAM))).isEqualTo(1);
    }

    @Test
    void asksNobodyAgainInOneRequestWhatItHasRecordedItself() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        units.read(new UnitId("mau-duc"));
        append(ledger, DIEN_LAM, 0);

        assertThat(roundTripsOf(() -> assertThat(units.read(DIEN_LAM)).hasValue(new Versioned<>(1, 0))))
                .isZero();
    }

    @Test
    void isFreshAgainInTheNextRequest() {
        for (int sequence = 0; sequence < 3; sequence++) {
            append(another, DIEN_LAM, sequence);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
            assertThat(units.read(DIEN_LAM)).hasValue(new Versioned<>(sequence + 1, sequence));
        }
    }

    @Test
    void whatCannotBeAddedUpFailsEachTimeAndSpoilsNothing() {
        AtomicInteger failures = new AtomicInteger(2);
        AggregateReaders.Reader<AdministrativeUnitEvent, Integer> failing =
                aggregates.of(AdministrativeUnitEvent.class, (before, event) -> {
                    if (before != null && failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("not now");
                    }
                    return counted(before, event);
                });
        append(ledger, DIEN_LAM, 0);
        append(ledger, DIEN_LAM, 1);

        assertThatThrownBy(() -> failing.read(DIEN_LAM)).hasMessage("not now");
        assertThatThrownBy(() -> failing.read(DIEN_LAM)).hasMessage("not now");
        assertThat(failing.read(DIEN_LAM)).hasValue(new Versioned<>(2, 1));
    }

    /** More aggregates than are kept, appended to by two instances: nobody reads less than was acknowledged before. */
    @Test
    void neverReadsLessThanWasAcknowledged() {
        int writers = 4;
        Map<UnitId, Long> acknowledged = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            EventLedger mine = writer % 2 == 0 ? ledger : another;
            int number = writer;
            all.add(CompletableFuture.runAsync(() -> {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                for (int i = 0; i < 200; i++) {
                    UnitId unit = new UnitId("unit-" + number + "-" + random.nextInt(20));
                    long sequence = acknowledged.getOrDefault(unit, -1L) + 1;
                    append(mine, unit, sequence);
                    acknowledged.put(unit, sequence);
                    UnitId other = List.copyOf(acknowledged.keySet()).get(random.nextInt(acknowledged.size()));
                    long least = acknowledged.get(other);
                    assertThat(units.read(other).orElseThrow().version()).isGreaterThanOrEqualTo(least);
                }
            }));
        }
        all.forEach(CompletableFuture::join);

        acknowledged.forEach((unit, sequence) ->
                assertThat(units.read(unit)).hasValue(new Versioned<>((int) (sequence + 1), sequence)));
    }

    private int roundTripsOf(Runnable reading) {
        int before = roundTrips.get();
        reading.run();
        return roundTrips.get() - before;
    }

    private static Integer counted(@Nullable Integer before, AdministrativeUnitEvent event) {
        return before == null ? 1 : before + 1;
    }

    private EventLedger ledger(boolean counting) {
        MongoClientSettings.Builder settings =
                MongoClientSettings.builder().applyConnectionString(new ConnectionString(TestServers.mongoUri()));
        if (counting) {
            settings.addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    roundTrips.incrementAndGet();
                }
            });
        }
        MongoClient client = MongoClients.create(settings.build());
        clients.add(client);
        return EventLedger.open(client.getDatabase(database), "events");
    }

    private static void append(EventLedger ledger, UnitId unit, long sequence) {
        Instant at = Instant.parse("2023-06-01T02:00:00Z");
        BilingualName name = new BilingualName("Diễn Lâm", "Dien Lam");
        AdministrativeUnitEvent event = sequence == 0
                ? new AdministrativeUnitRegistered(unit, name, UnitKind.COMMUNE, null, at)
                : new AdministrativeUnitRenamed(unit, name, "put right", at);
        var type = EventCatalogue.byClass(event.getClass()).orElseThrow();
        ledger.append(List.of(LedgerEvent.ofAggregate(
                UUID.randomUUID().toString(),
                type.name(),
                Integer.toString(type.revision()),
                "unit",
                unit.toString(),
                sequence,
                at,
                EventJson.mapper().writeValueAsBytes(event),
                "{}".getBytes(StandardCharsets.UTF_8))));
    }
}
