package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.dialogue.ledger.LedgerVerification.Flaw;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final RecentEvents recent = new RecentEvents(3);
    private long position;

    @Test
    void sequencesAreFollowedFromZero() {
        add("1", "a", 0);
        add("2", "b", 0);
        add("3", "a", 1);

        refuses("4", "a", 1, Flaw.SEQUENCE_BROKEN);
        refuses("5", "c", 1, Flaw.SEQUENCE_BROKEN);
    }

    @Test
    void anIdIsNotUsedTwice() {
        add("1", "a", 0);

        refuses("1", "b", 0, Flaw.DUPLICATE_ID);
    }

    @Test
    void whatWasForgottenIsNotBlamed() {
        for (int i = 0; i < 4; i++) {
            add("id-" + i, "aggregate-" + i, 0);
        }
        add("id-0", "aggregate-0", 1);
        add("new", "of which nothing is remembered", 7);

        refuses("id-3", "aggregate-4", 0, Flaw.DUPLICATE_ID);
        refuses("other", "aggregate-3", 2, Flaw.SEQUENCE_BROKEN);
    }

    @Test
    void anAggregateInUseIsNotForgotten() {
        add("0", "busy", 0);
        for (int i = 1; i <= 5; i++) {
            add("other-" + i, "other-" + i, 0);
            add("busy-" + i, "busy", i);
        }

        refuses("busy-6", "busy", 7, Flaw.SEQUENCE_BROKEN);
    }

    @Test
    void whatBelongsToNoAggregateHasSequenceZeroAndCrowdsOutNone() {
        add("0", "busy", 0);
        for (int i = 1; i <= 5; i++) {
            add("alone-" + i, "", "alone-" + i, 0);
        }
        add("first of one named as an event", "alone-5", 0);

        refuses("busy-2", "busy", 2, Flaw.SEQUENCE_BROKEN);
        assertThatExceptionOfType(FlawFound.class).isThrownBy(() -> add("alone-6", "", "alone-6", 1));
    }

    private void add(String id, String aggregateId, long sequence) {
        add(id, "t", aggregateId, sequence);
    }

    private void add(String id, String aggregateType, String aggregateId, long sequence) {
        byte[] none = {};
        recent.add(
                new RawEvent(++position, id, "n", "", aggregateType, aggregateId, sequence, "", 0, none, none, null));
    }

    private void refuses(String id, String aggregateId, long sequence, Flaw flaw) {
        assertThatExceptionOfType(FlawFound.class)
                .isThrownBy(() -> add(id, aggregateId, sequence))
                .satisfies(found -> {
                    assertThat(found.flaw()).isEqualTo(flaw);
                    assertThat(found.firstPosition()).isEqualTo(position);
                });
    }
}
