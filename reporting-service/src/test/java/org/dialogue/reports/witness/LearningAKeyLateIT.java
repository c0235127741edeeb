package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A ledger's key was replaced, and the witness is told of it only after it has refused what the new key signed. */
class LearningAKeyLateIT {

    private static final String NAME = "dialogue-service";

    private final WitnessedLedgers ledgers = new WitnessedLedgers();
    private final SigningKey former = SigningKey.generate("test/" + NAME);
    private final SigningKey later = SigningKey.generate("test/" + NAME);
    private final Source before = WitnessedLedgers.source(NAME, former.verifierKey());
    private final Source after = WitnessedLedgers.source(NAME, former.verifierKey(), later.verifierKey());
    private final Leaves events = ledgers.copy(before, 9);

    @AfterEach
    void close() {
        ledgers.close();
    }

    @Test
    void judgesAgainWhatItRefused() {
        hear(former, 3);
        hear(later, 5);
        hear(later, 6);
        BookState refused = judge(before);
        assertThat(refused.refused()).isEqualTo(2);
        assertThat(agreedSize(refused)).isEqualTo(3);
        assertThat(ledgers.alarms()).hasSize(1);

        BookState judged = judge(after);

        assertThat(judged.refused()).isZero();
        assertThat(judged.waiting()).isZero();
        assertThat(agreedSize(judged)).isEqualTo(6);
        assertThat(ledgers.book.agreedOfSize(NAME, 5)).isPresent();
        assertThat(ledgers.alarms())
                .as("the alarm stays on record, and no other is raised")
                .hasSize(1);
    }

    @Test
    void findsTheForkThatTheUnknownKeyHadSigned() {
        hear(former, 3);
        String forked = events.alteredAt(2).note(later, before.origin(), 3);
        ledgers.hear(before, forked);
        judge(before);

        assertThat(judge(after).refused()).isEqualTo(1);

        assertThat(ledgers.alarms()).hasSize(2);
        assertThat(ledgers.alarms().get(1)).contains("FORKED").contains("two roots at size 3");
    }

    @Test
    void findsWhatIsUntrueThoughLargerSizesHaveBeenAgreedToSince() {
        hear(former, 3);
        ledgers.hear(before, events.alteredAt(4).note(later, before.origin(), 5));
        hear(former, 8);
        judge(before);

        judge(after);

        assertThat(ledgers.alarms().get(1)).contains("MISMATCHED");
    }

    @Test
    void takesNoCheckpointForShrunkBecauseLargerOnesWereAgreedToMeanwhile() {
        hear(former, 3);
        hear(later, 5);
        hear(former, 8);
        assertThat(agreedSize(judge(before))).isEqualTo(8);

        // Asked, the ledger's holder would give no answer: the order in which they were heard is enough.
        BookState judged = judge(after, new SilentPublisher());

        assertThat(agreedSize(judged)).isEqualTo(8);
        assertThat(isCosigned(8)).isTrue();
        assertThat(isCosigned(5))
                .as("it agrees, but the witness knows a later tree")
                .isFalse();
        assertThat(ledgers.alarms()).hasSize(1);
    }

    @Test
    void stillFindsThatTheLedgerShrankUnderTheUnknownKey() {
        hear(former, 8);
        hear(later, 5);
        judge(before);

        judge(after, events.truncatedTo(5));

        assertThat(ledgers.alarms()).hasSize(2);
        assertThat(ledgers.alarms().get(1)).contains("SHRUNK").contains("\"firstDifference\":6");
    }

    @Test
    void leavesRefusedWhatNoKeyBelievedNowHasSignedEither() {
        hear(former, 3);
        hear(later, 5);
        hear(former, 8);
        judge(before);
        SigningKey unrelated = SigningKey.generate("test/" + NAME);

        BookState judged = judge(WitnessedLedgers.source(NAME, former.verifierKey(), unrelated.verifierKey()));

        assertThat(judged.refused()).as("since one last agreed").isZero();
        assertThat(ledgers.book.agreedOfSize(NAME, 5)).isEmpty();
        assertThat(ledgers.alarms()).hasSize(1);
        assertThat(agreedSize(judge(after)))
                .as("and is judged when the right key comes")
                .isEqualTo(8);
        assertThat(ledgers.book.agreedOfSize(NAME, 5)).isPresent();
    }

    @Test
    void anOlderCheckpointThatAgreesDoesNotEndWhatIsAmissSince() {
        hear(former, 3);
        hear(later, 5);
        ledgers.hear(before, events.alteredAt(7).note(former, before.origin(), 8));
        assertThat(judge(before).refused()).isEqualTo(2);

        BookState judged = judge(after);

        assertThat(agreedSize(judged)).isEqualTo(5);
        assertThat(judged.refused()).as("the newest still is").isEqualTo(1);
    }

    private void hear(SigningKey key, long size) {
        ledgers.hear(before, events.note(key, before.origin(), size));
    }

    private BookState judge(Source source) {
        return judge(source, events);
    }

    /** What a start of the service with those settings makes of it. */
    private BookState judge(Source source, Publisher publisher) {
        Witness witness = ledgers.witness(source, publisher);
        witness.judgeWaiting();
        return witness.standing().book();
    }

    private boolean isCosigned(long size) {
        String note = ledgers.book.agreedOfSize(NAME, size).orElseThrow().note();
        return ledgers.key.cosignerKey().cosignedAt(SignedNote.parse(note)).isPresent();
    }

    private static long agreedSize(BookState state) {
        AgreedCheckpoint latest = state.latest();
        return latest == null ? 0 : latest.tree().size();
    }
}
