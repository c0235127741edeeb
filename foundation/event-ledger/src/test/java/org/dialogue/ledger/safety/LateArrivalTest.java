package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.DuplicateEventException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.UnknownOutcomeException;
import org.dialogue.ledger.safety.WireMessage.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A request that is under way while its sender already asks what became of it.
 */
class LateArrivalTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final EventLedger ledger = through(Patience.LONGEST);
    private final EventLedger other = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    @Test
    void aCommitThatArrivesLateIsAcknowledgedEvenIfAReaderOfThisProcessSawItFirst() {
        Fate.Late late = new Fate.Late();
        Function<Request, Fate> inserts = Fate.inTurn(late);
        Function<Request, Fate> finds = Fate.inTurn(new Fate.Overtaken(() -> {
            late.arrive();
            assertThat(ledger.head()).isEqualTo(2);
        }));
        network.decide(request -> request.inserts()
                ? inserts.apply(request)
                : late.isUnderWay() && request.command().equals("find") ? finds.apply(request) : Fate.PASS);

        Commit commit = ledger.append(events("a", 2));

        assertThat(commit.firstPosition()).isEqualTo(1);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(2);
    }

    @Test
    void aRefusalOfTheSecondAttemptSaysNothingOfTheFirst() {
        Fate.Late late = new Fate.Late();
        network.decideInserts(Fate.inTurn(late, new Fate.Refused(ServerReplies.diskFull())));
        List<LedgerEvent> events = events("a", 2);

        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> ledger.append(events));
        assertThat(other.head()).isZero();

        late.arrive();
        assertThat(HistoryChecks.wholeHistory(other))
                .extracting(RecordedEvent::event)
                .isEqualTo(events);
        assertThatExceptionOfType(DuplicateEventException.class).isThrownBy(() -> other.append(events));
    }

    @Test
    void aLateRequestForAPositionThatIsTakenChangesNothing() {
        Fate.Late late = new Fate.Late();
        EventLedger impatient = through(Duration.ZERO);
        network.decideInserts(Fate.inTurn(late));
        List<LedgerEvent> givenUp = events("a", 2);

        assertThatExceptionOfType(UnknownOutcomeException.class).isThrownBy(() -> impatient.append(givenUp));
        other.append(events("b", 1));
        late.arrive();

        assertThat(HistoryChecks.wholeHistory(other)).hasSize(1);
        assertThat(impatient.append(givenUp).firstPosition()).isEqualTo(2);
    }

    private EventLedger through(Duration patience) {
        return EventLedger.in(network.client(false).getDatabase(database.getName()), "events")
                .patience(patience)
                .open();
    }
}
