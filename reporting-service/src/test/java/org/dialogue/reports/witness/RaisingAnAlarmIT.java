package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Event 4 of a ledger was altered after it was published. */
class RaisingAnAlarmIT {

    private static final String NAME = "answer-service";

    private final WitnessedLedgers ledgers = new WitnessedLedgers();
    private final SigningKey key = SigningKey.generate("test/" + NAME);
    private final Source source = WitnessedLedgers.source(NAME, key.verifierKey());
    private final Leaves altered = ledgers.copy(source, 9).alteredAt(4);
    private final Witness witness = ledgers.witness(source, altered);
    private final Logger log = (Logger) LoggerFactory.getLogger(RefusingCheckpoints.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @BeforeEach
    void listen() {
        logged.addFilter(new OfThisThread());
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void close() {
        log.detachAppender(logged);
        ledgers.close();
    }

    @Test
    void isSeenAsAnEventInALogAndInAMeterEachNamingWhereTheDifferenceBegins() {
        hear(6);
        witness.judgeWaiting();

        assertThat(ledgers.alarms()).singleElement().asString().contains("\"firstDifference\":4");
        assertThat(logged.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getFormattedMessage())
                    .startsWith("ALARM ")
                    .contains("a checkpoint of answer-service is refused (MISMATCHED)")
                    .contains("The first event that is not the one received is at position 4");
        });
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void isRaisedOnceForTheSameFindingAtEveryFurtherCheckpoint() {
        hear(6);
        hear(7);
        witness.judgeWaiting();
        hear(9);
        witness.judgeWaiting();

        assertThat(witness.standing().book().refused()).isEqualTo(3);
        assertThat(ledgers.alarms()).hasSize(1);
        assertThat(logged.list).hasSize(1);
        assertThat(raised()).isEqualTo(1);
    }

    @Test
    void isRaisedOnceAlthoughTheWitnessDiedBeforeItNotedTheRefusal() {
        hear(6);
        List<HeardNote> waiting = ledgers.book.waiting(NAME);
        witness.judgeWaiting();
        waiting.forEach(ledgers.book::reopened);

        Witness next = ledgers.witness(source, altered);
        next.judgeWaiting();

        assertThat(next.standing().book().refused()).isEqualTo(1);
        assertThat(next.standing().book().waiting()).isZero();
        assertThat(ledgers.alarms()).hasSize(1);
        assertThat(raised()).isEqualTo(1);
        assertThat(logged.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.ERROR, Level.WARN);
    }

    private void hear(long size) {
        ledgers.hear(source, altered.note(key, source.origin(), size));
    }

    private double raised() {
        return RefusingCheckpoints.counter(ledgers.meters, NAME, AlarmKind.MISMATCHED)
                .count();
    }

    /** Witnesses of other tests may still be running in threads of their own. */
    private static final class OfThisThread extends Filter<ILoggingEvent> {

        private final String name = Thread.currentThread().getName();

        @Override
        public FilterReply decide(ILoggingEvent event) {
            return event.getThreadName().equals(name) ? FilterReply.NEUTRAL : FilterReply.DENY;
        }
    }
}
