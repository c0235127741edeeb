package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.event;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.ledger.CommitTooLargeException;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestEvents;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.safety.Writers.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commits that wait at the same time share an insert, and nothing else: each has an outcome of its own.
 */
class GroupedCommitsTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final EventLedger ledger = EventLedger.in(network.client(false).getDatabase(database.getName()), "events")
            .patience(Patience.LONGEST)
            .open();
    private final EventLedger other = EventLedger.open(database, "events");
    private final Writers writers = new Writers(network, ledger);

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    @Test
    void thoseThatWaitShareAnInsertInTheOrderInWhichTheyCame() throws Exception {
        Writer first = writers.hold(events("first", 1));
        Writer second = writers.queue(event("a", 0), event("a", 1));
        Writer third = writers.queue(event("b", 0));
        Writer fourth = writers.queue(event("a", 2), event("a", 3));
        writers.openTheGate();

        stored(1, first, second, third, fourth);
        assertThat(database.getCollection("events").countDocuments()).isEqualTo(2);
    }

    @Test
    void aConflictingCommitFailsAlone() throws Exception {
        LedgerEvent known = event("taken", 0);
        other.append(List.of(known));
        Writer first = writers.hold(events("first", 1));
        Writer before = writers.queue(event("a", 0));
        Writer late = writers.queue(event("mine", 0), event("taken", 0));
        Writer between = writers.queue(event("b", 0), event("taken", 1));
        Writer again = writers.queue(known, event("mine", 1));
        Writer after = writers.queue(event("a", 1));
        writers.openTheGate();

        assertThat(late.failure()).isInstanceOf(SequenceConflictException.class);
        assertThat(again.failure()).isInstanceOf(DuplicateEventException.class);
        stored(2, first, before, between, after);
    }

    @Test
    void ofTwoInAGroupThatWantTheSameOneGetsIt() throws Exception {
        LedgerEvent same = event("same", 0);
        Writer first = writers.hold(events("first", 1));
        Writer winner = writers.queue(event("wanted", 0), same);
        Writer tooLate = writers.queue(event("wanted", 0));
        Writer doubled = writers.queue(same);
        Writer next = writers.queue(event("wanted", 1));
        writers.openTheGate();

        assertThat(tooLate.failure()).isInstanceOf(SequenceConflictException.class);
        assertThat(doubled.failure()).isInstanceOf(DuplicateEventException.class);
        stored(1, first, winner, next);
    }

    @Test
    void whoLosesTakesNobodyWithIt() throws Exception {
        other.append(events("taken", 1));
        LedgerEvent same = event("same", 0);
        Writer first = writers.hold(events("first", 1));
        Writer loser = writers.queue(event("free", 0), same, event("taken", 0));
        Writer heir = writers.queue(event("free", 0));
        Writer doubled = writers.queue(same);
        writers.openTheGate();

        assertThat(loser.failure()).isInstanceOf(SequenceConflictException.class);
        stored(2, first, heir, doubled);
    }

    @ParameterizedTest
    @EnumSource(Fate.Cut.class)
    void aLostReplyIsFoundOutForEachOfThem(Fate.Cut cut) throws Exception {
        other.append(events("taken", 1));
        Writer first = writers.hold(events("first", 1), Fate.PASS, cut);
        Writer before = writers.queue(event("a", 0), event("a", 1));
        Writer late = writers.queue(event("b", 0), event("taken", 0));
        Writer after = writers.queue(event("a", 2));
        writers.openTheGate();

        assertThat(late.failure()).isInstanceOf(SequenceConflictException.class);
        stored(2, first, before, after);
    }

    @Test
    void whatTheServerRefusesIsToldToAllOfThem() throws Exception {
        Writer first = writers.hold(events("first", 1), new Fate.Refused(ServerReplies.diskFullForTheDocument()));
        Writer second = writers.queue(event("a", 0));
        Writer third = writers.queue(event("b", 0));
        writers.openTheGate();

        assertThat(List.of(second, third))
                .allSatisfy(writer -> assertThat(writer.failure())
                        .isInstanceOfSatisfying(
                                MongoException.class,
                                told -> assertThat(told.getCode()).isEqualTo(14031)));
        stored(1, first);
        assertThat(ledger.append(second.events()).firstPosition()).isEqualTo(2);
    }

    @Test
    void aCommitThatIsTooLargeHarmsNoNeighbour() throws Exception {
        Writer first = writers.hold(events("first", 1));
        Writer before = writers.queue(event("a", 0));
        Writer tooMany = writers.queue(events("many", 4_097).toArray(LedgerEvent[]::new));
        Writer tooLarge = writers.queue(large("large", 9 << 20));
        Writer after = writers.queue(event("a", 1));
        writers.openTheGate();

        assertThat(tooMany.failure())
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessageContaining("4097 events")
                .hasMessageContaining("4096");
        assertThat(tooLarge.failure())
                .isInstanceOf(CommitTooLargeException.class)
                .hasMessageContaining("bytes")
                .hasMessageContaining(String.valueOf(8 << 20));
        stored(1, first, before, after);
    }

    @Test
    void largeCommitsThatTogetherExceedADocumentAllGoThrough() throws Exception {
        Writer first = writers.hold(events("first", 1));
        Writer[] large = Stream.of("a", "b", "c", "d")
                .map(name -> writers.queue(large(name, 6 << 20)))
                .toArray(Writer[]::new);
        writers.openTheGate();

        stored(1, Stream.concat(Stream.of(first), Stream.of(large)).toArray(Writer[]::new));
    }

    /** These and nothing else after a position, in this order, where each was told to be. */
    private void stored(int from, Writer... expected) {
        assertThat(List.of(expected)).extracting(Writer::failure).containsOnlyNulls();
        List<RecordedEvent> history = HistoryChecks.wholeHistory(other);
        assertThat(history.stream().skip(from - 1L).map(RecordedEvent::event))
                .isEqualTo(Stream.of(expected)
                        .flatMap(writer -> writer.events().stream())
                        .toList());
        for (Writer writer : expected) {
            HistoryChecks.holds(history, writer.commit(), writer.events());
        }
    }

    private static LedgerEvent large(String aggregate, int bytes) {
        LedgerEvent small = event(aggregate, 0);
        return LedgerEvent.ofAggregate(
                small.id(),
                small.name(),
                small.revision(),
                small.aggregateType(),
                aggregate,
                0,
                TestEvents.NOON,
                new byte[bytes],
                small.metadata());
    }
}
