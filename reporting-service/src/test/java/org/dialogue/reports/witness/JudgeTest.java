package org.dialogue.reports.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {

    private static final String ORIGIN = "nghe-an/dialogue-service";
    private static final int SIZE = 20;

    private final SigningKey key = SigningKey.generate(ORIGIN);
    private final Leaves copy = Leaves.of(SIZE);

    @Test
    void agreesAtEverySizeWithWhatWasReceived() {
        for (int size = 0; size <= SIZE; size++) {
            String note = copy.note(key, ORIGIN, size);

            assertThat(judge(note, Earlier.nothing()))
                    .isEqualTo(new Verdict.Agrees(new Statement(copy.headAt(size), note)));
        }
    }

    @Test
    void refusesAnAlterationOfAnyEvent() {
        for (int position = 1; position <= SIZE; position++) {
            String note = copy.alteredAt(position).note(key, ORIGIN, SIZE);

            assertThat(kind(judge(note, Earlier.nothing())))
                    .as("event %d altered", position)
                    .isEqualTo(AlarmKind.MISMATCHED);
        }
    }

    @Test
    void doesNotMindAnAlterationBehindTheCheckpoint() {
        assertThat(judge(copy.alteredAt(15).note(key, ORIGIN, 14), Earlier.nothing()))
                .isInstanceOf(Verdict.Agrees.class);
    }

    @Test
    void waitsForEventsThatHaveNotComeYet() {
        Leaves longer = Leaves.of(SIZE + 1);
        String note = longer.note(key, ORIGIN, SIZE + 1);

        assertThat(judge(note, earlier(SIZE)))
                .isEqualTo(new Verdict.Waits(new Statement(longer.headAt(SIZE + 1), note)));
    }

    @ParameterizedTest
    @ValueSource(longs = {SIZE + 1, 1L << 31, (1L << 53) + 1, 1L << 62, Long.MAX_VALUE - 1, Long.MAX_VALUE})
    void waitsForEventsUpToTheGreatestSizeAndForgetsNone(long size) {
        TreeHead tree = new TreeHead(size, copy.headAt(1).root());
        String body = new Checkpoint(ORIGIN, tree).body();
        String note = new SignedNote(body, List.of(key.sign(body))).text();
        Earlier earlier = Earlier.nothing();

        assertThat(judge(note, earlier)).isEqualTo(new Verdict.Waits(new Statement(tree, note)));

        earlier.add(new Statement(tree, note));
        Verdict.Refused refused = refused(judge(copy.note(key, ORIGIN, SIZE), earlier));
        assertThat(refused.kind()).isEqualTo(AlarmKind.SHRUNK);
        assertThat(refused.earlier()).isEqualTo(new Statement(tree, note));
    }

    @Test
    void refusesAShrunkLedgerThoughAllThatIsLeftIsTrue() {
        Verdict.Refused refused = refused(judge(copy.note(key, ORIGIN, 11), earlier(12)));

        assertThat(refused.kind()).isEqualTo(AlarmKind.SHRUNK);
        assertThat(refused.earlier()).isEqualTo(statement(copy, 12));
    }

    @Test
    void refusesAnotherRootAtASizeThatWasSignedBefore() {
        Verdict.Refused refused = refused(judge(copy.alteredAt(3).note(key, ORIGIN, 12), earlier(12)));

        assertThat(refused.kind()).isEqualTo(AlarmKind.FORKED);
        assertThat(refused.earlier()).isEqualTo(statement(copy, 12));
    }

    @Test
    void findsAForkAmongCheckpointsWhoseEventsHaveNotCome() {
        Leaves longer = Leaves.of(SIZE + 5);
        Earlier earlier = earlier(SIZE);
        earlier.add(statement(longer, SIZE + 5));

        assertThat(kind(judge(longer.alteredAt(SIZE + 5).note(key, ORIGIN, SIZE + 5), earlier)))
                .isEqualTo(AlarmKind.FORKED);
        assertThat(kind(judge(longer.note(key, ORIGIN, SIZE + 4), earlier))).isEqualTo(AlarmKind.SHRUNK);
    }

    @Test
    void findsAForkAtAnOlderSizeThanTheLatest() {
        Earlier earlier = new Earlier(
                statement(copy, 12), size -> size == 8 ? Optional.of(statement(copy, 8)) : Optional.empty());

        assertThat(kind(judge(copy.alteredAt(8).note(key, ORIGIN, 8), earlier))).isEqualTo(AlarmKind.FORKED);
        assertThat(judge(copy.note(key, ORIGIN, 8), earlier)).isInstanceOf(Verdict.Repeats.class);
    }

    @Test
    void knowsARepeat() {
        assertThat(judge(copy.note(key, ORIGIN, 12), earlier(12))).isInstanceOf(Verdict.Repeats.class);
    }

    @Test
    void refusesASignatureOfAnotherKeyOfTheSameName() {
        String note = copy.note(SigningKey.generate(ORIGIN), ORIGIN, 12);

        assertThat(kind(judge(note, Earlier.nothing()))).isEqualTo(AlarmKind.UNKNOWN_KEY);
    }

    @Test
    void refusesAnAlteredTextUnderAGenuineSignature() {
        SignedNote genuine = SignedNote.parse(copy.note(key, ORIGIN, 12));
        SignedNote other = SignedNote.parse(copy.note(key, ORIGIN, 13));
        String forged = new SignedNote(other.body(), genuine.signatures()).text();

        assertThat(kind(judge(forged, Earlier.nothing()))).isEqualTo(AlarmKind.UNKNOWN_KEY);
    }

    @Test
    void refusesAWitnesssSignatureInPlaceOfTheLedgers() {
        String body = SignedNote.parse(copy.note(key, ORIGIN, 12)).body();
        String note = new SignedNote(body, List.of(key.cosign(body, Instant.EPOCH))).text();

        assertThat(kind(Judge.judge(ORIGIN, note, List.of(key.cosignerKey()), Earlier.nothing(), copy::copyAt)))
                .isEqualTo(AlarmKind.UNKNOWN_KEY);
    }

    @Test
    void believesAnyOfSeveralKeys() {
        VerifierKey former = SigningKey.generate(ORIGIN).verifierKey();

        assertThat(Judge.judge(
                        ORIGIN,
                        copy.note(key, ORIGIN, 12),
                        List.of(former, key.verifierKey()),
                        Earlier.nothing(),
                        copy::copyAt))
                .isInstanceOf(Verdict.Agrees.class);
    }

    @Test
    void waitsWhileNoKeyIsKnown() {
        assertThat(Judge.judge(ORIGIN, copy.note(key, ORIGIN, 12), List.of(), Earlier.nothing(), copy::copyAt))
                .isEqualTo(new Verdict.Waits(null));
    }

    @Test
    void refusesACheckpointOfAnotherLedger() {
        String elsewhere = "thanh-hoa/dialogue-service";
        SigningKey other = SigningKey.generate(elsewhere);

        assertThat(kind(judge(copy.note(other, elsewhere, 12), Earlier.nothing())))
                .isEqualTo(AlarmKind.WRONG_ORIGIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "hello", "a\nb\nc\n\nno signature\n", "nghe-an/dialogue-service\n5\nAAAA\n\n— x AAAAAAA=\n"})
    void refusesWhatIsNoCheckpoint(String text) {
        assertThat(kind(judge(text, Earlier.nothing()))).isEqualTo(AlarmKind.UNREADABLE);
    }

    private Verdict judge(String note, Earlier earlier) {
        return Judge.judge(ORIGIN, note, List.of(key.verifierKey()), earlier, copy::copyAt);
    }

    private Earlier earlier(long size) {
        return new Earlier(statement(copy, size), other -> Optional.empty());
    }

    private Statement statement(Leaves ledger, long size) {
        return new Statement(ledger.headAt(size), ledger.note(key, ORIGIN, size));
    }

    private static AlarmKind kind(Verdict verdict) {
        return refused(verdict).kind();
    }

    private static Verdict.Refused refused(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return (Verdict.Refused) verdict;
    }
}
