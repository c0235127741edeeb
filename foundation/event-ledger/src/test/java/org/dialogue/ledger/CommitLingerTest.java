package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CommitLingerTest {

    private static final long STEP = TimeUnit.MICROSECONDS.toNanos(10);

    private long now = TimeUnit.DAYS.toNanos(3);
    private int pauses;
    private int waiting = 1;
    private int allBackAfter = Integer.MAX_VALUE;
    private final CommitLinger moment = new CommitLinger(() -> now, this::pause);

    @Test
    void theFirstWriterDoesNotWait() {
        moment.await(() -> waiting);

        assertThat(pauses).isZero();
    }

    @Test
    void aWriterWhoIsAloneNeverWaits() {
        for (int append = 0; append < 3; append++) {
            insert(TimeUnit.SECONDS.toNanos(1), 1);
            moment.await(() -> waiting);
        }

        assertThat(pauses).isZero();
    }

    @Test
    void oneOfManyWaitsForAQuarterOfAnInsert() {
        insert(TimeUnit.MICROSECONDS.toNanos(400), 8);

        moment.await(() -> waiting);

        assertThat(pauses * STEP).isEqualTo(TimeUnit.MICROSECONDS.toNanos(100));
    }

    @Test
    void butNotAfterAllHaveComeBack() {
        insert(TimeUnit.MICROSECONDS.toNanos(400), 8);
        allBackAfter = 3;

        moment.await(() -> waiting);

        assertThat(pauses).isEqualTo(3);
    }

    @Test
    void andNeverForLongerThanAMillisecond() {
        insert(TimeUnit.SECONDS.toNanos(30), 8);

        moment.await(() -> waiting);

        assertThat(pauses * STEP).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void whoComesLaterThanThatDoesNotWait() {
        insert(TimeUnit.MICROSECONDS.toNanos(400), 8);
        now += TimeUnit.MILLISECONDS.toNanos(2);

        moment.await(() -> waiting);

        assertThat(pauses).isZero();
    }

    private void insert(long nanos, int expected) {
        moment.insertBegins();
        now += nanos;
        moment.insertEnded(expected);
    }

    private void pause() {
        now += STEP;
        pauses++;
        if (pauses == allBackAfter) {
            waiting = 8;
        }
    }
}
