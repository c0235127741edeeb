package org.dialogue.ledger.axon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.dialogue.ledger.CommitLimits;
import org.dialogue.ledger.CommitTooLargeException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerEventStorageEngineTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final EventLedger ledger = EventLedger.open(database, "events");
    private final LedgerEventStorageEngine engine =
            TestEngines.on(database).ledger(ledger).build();

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void theLedgerHoldsTheSerializersBytesAndNames() {
        engine.appendEvents(event("a", 0, "said").andMetaData(Map.of("by", "x")));

        LedgerEvent stored = ledger.readAfter(0).findFirst().orElseThrow().event();

        assertThat(stored.payload()).isEqualTo("\"said\"".getBytes(UTF_8));
        assertThat(stored.metadata()).isEqualTo("{\"by\":\"x\"}".getBytes(UTF_8));
        assertThat(stored.name()).isEqualTo("java.lang.String");
        assertThat(stored.revision()).isEmpty();
        assertThat(stored.aggregateType()).isEqualTo("Thing");
    }

    @Test
    void tokensArePositions() {
        engine.appendEvents(event("a", 0, "x"), event("a", 1, "x"), event("a", 2, "x"));

        assertThat(engine.readEvents(null, false).map(TrackedEventMessage::trackingToken))
                .containsExactly(token(1), token(2), token(3));
        assertThat(engine.createHeadToken()).isEqualTo(token(3));
        assertThat(engine.createTailToken()).isEqualTo(token(0));
        assertThat(engine.readEvents(token(2), false).map(TrackedEventMessage::trackingToken))
                .containsExactly(token(3));
    }

    @Test
    void anEmptyStoreHasNoTokens() {
        assertThat(engine.createHeadToken()).isNull();
        assertThat(engine.createTailToken()).isNull();
        assertThat(engine.createTokenAt(Instant.EPOCH)).isNull();
    }

    @Test
    void tokensOfOtherStoresAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> engine.readEvents(GapAwareTrackingToken.newInstance(1, List.of()), false)
                        .count());
    }

    @Test
    void timestampsKeepTheirNanoseconds() {
        Instant exact = Instant.parse("2023-07-12T01:30:00.123456789Z");
        engine.appendEvents(new GenericDomainEventMessage<>(
                "Thing", "a", 0, new GenericMessage<>("x", MetaData.emptyInstance()), exact));

        assertThat(engine.readEvents("a").next().getTimestamp()).isEqualTo(exact);
    }

    @Test
    void rivalsOfAnotherInstanceAreToldApart() {
        LedgerEventStorageEngine other = TestEngines.on(database).build();
        engine.appendEvents(event("a", 0, "x"), event("a", 1, "x"));

        assertThatExceptionOfType(AggregateStreamCreationException.class)
                .isThrownBy(() -> other.appendEvents(event("a", 0, "y")));
        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> other.appendEvents(event("b", 0, "y"), event("a", 1, "y")))
                .isNotInstanceOf(AggregateStreamCreationException.class);
        assertThat(other.readEvents("b").hasNext()).isFalse();
        other.appendEvents(event("a", 2, "y"));
        assertThat(engine.lastSequenceNumberFor("a")).hasValue(2L);
        assertThat(engine.lastSequenceNumberFor("nobody")).isEmpty();
    }

    @Test
    void whatIsTooLargeIsNotStored() {
        EventLedger narrow = EventLedger.in(database, "events")
                .limits(new CommitLimits(1, 1_000))
                .open();
        LedgerEventStorageEngine engine =
                TestEngines.on(database).ledger(narrow).build();

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(event("a", 0, "x"), event("a", 1, "x")))
                .withCauseInstanceOf(CommitTooLargeException.class);
        assertThat(narrow.head()).isZero();
    }

    @Test
    void nothingIsAppendedForNoEvents() {
        engine.appendEvents(List.of());

        assertThat(ledger.head()).isZero();
    }

    @Test
    void upcastersSeeTheStoredNameAndRevision() {
        ledger.append(List.of(LedgerEvent.ofAggregate(
                "e",
                "thing-said",
                "1",
                "Thing",
                "a",
                0,
                Instant.now(),
                "\"x\"".getBytes(UTF_8),
                "{}".getBytes(UTF_8))));
        LedgerEventStorageEngine upcasting =
                TestEngines.on(database).upcasterChain(new ToString()).build();

        assertThat(upcasting.readEvents("a").next().getPayload()).isEqualTo("x");
        assertThat(upcasting.readEvents(null, false).findFirst().orElseThrow().getPayload())
                .isEqualTo("x");
    }

    @Test
    void eventsOfNoAggregateComeBackAsSuch() {
        engine.appendEvents(new GenericEventMessage<>("noted"), event("a", 0, "x"));

        List<? extends TrackedEventMessage<?>> read =
                engine.readEvents(null, false).toList();

        assertThat(read.get(0)).isNotInstanceOf(DomainEventMessage.class);
        assertThat(read.get(1)).isInstanceOf(DomainEventMessage.class);
    }

    @Test
    void noSnapshotIsKept() {
        engine.appendEvents(event("a", 0, "zero"));

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> engine.storeSnapshot(event("a", 0, "zero")));
        assertThat(engine.readSnapshot("a")).isEmpty();
        assertThat(engine.readEvents("a").asStream()).singleElement().returns("zero", Message::getPayload);
    }

    @Test
    void anEngineNeedsItsLedger() {
        assertThatExceptionOfType(AxonConfigurationException.class)
                .isThrownBy(() -> LedgerEventStorageEngine.builder()
                        .eventSerializer(TestEngines.SERIALIZER)
                        .build())
                .withMessageContaining("ledger");
    }

    private static GlobalSequenceTrackingToken token(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    private static GenericDomainEventMessage<String> event(String aggregateId, long sequence, String payload) {
        return new GenericDomainEventMessage<>("Thing", aggregateId, sequence, payload);
    }

    private static final class ToString extends SingleEventUpcaster {

        private static final SimpleSerializedType STORED = new SimpleSerializedType("thing-said", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(STORED);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(String.class.getName(), null), byte[].class, payload -> payload);
        }
    }
}
