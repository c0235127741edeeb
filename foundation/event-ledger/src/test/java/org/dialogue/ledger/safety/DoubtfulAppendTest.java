package org.dialogue.ledger.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.ledger.TestEvents.events;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.HistoryChecks;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.TestMongo;
import org.dialogue.ledger.safety.WireMessage.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One append whose fate the driver cannot tell, step by step.
 */
class DoubtfulAppendTest {

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final WireProxy network = new WireProxy();
    private final EventLedger ledger = through(false, Patience.LONGEST);
    private final EventLedger other = EventLedger.open(database, "events");

    @AfterEach
    void end() {
        network.close();
        database.drop();
    }

    @ParameterizedTest
    @EnumSource(Fate.Cut.class)
    void anAppendSurvivesABrokenConnection(Fate.Cut cut) {
        network.decideInserts(Fate.inTurn(cut));

        Commit commit = ledger.append(events("a", 3));

        assertThat(commit.lastPosition()).isEqualTo(3);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(3);
        assertThat(ledger.append(events("b", 1)).firstPosition()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource(Fate.Cut.class)
    void soDoesOneThatTheDriverRepeats(Fate.Cut cut) {
        AtomicInteger inserts = new AtomicInteger();
        EventLedger repeating = through(true, Duration.ZERO);
        Function<Request, Fate> fates = Fate.inTurn(cut);
        network.decideInserts(insert -> {
            inserts.incrementAndGet();
            assertThat(insert.body()).containsKey("txnNumber");
            return fates.apply(insert);
        });

        Commit commit = repeating.append(events("a", 3));

        assertThat(inserts).hasValue(2);
        assertThat(commit.lastPosition()).isEqualTo(3);
        assertThat(HistoryChecks.wholeHistory(other)).hasSize(3);
    }

    private EventLedger through(boolean retryingWrites, Duration patience) {
        return EventLedger.in(network.client(retryingWrites).getDatabase(database.getName()), "events")
                .patience(patience)
                .open();
    }
}
