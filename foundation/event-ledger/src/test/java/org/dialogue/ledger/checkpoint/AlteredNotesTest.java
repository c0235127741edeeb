package org.dialogue.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Whoever changes a note, anywhere, by as little as a bit, has no note of that key any more.
 */
class AlteredNotesTest {

    private static final SigningKey KEY = SigningKey.generate("nghe-an/things");
    private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);

    @Property(tries = 300)
    void noBitOfALedgersNoteCanBeFlipped(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 7) int bit) {
        Checkpoint checkpoint = new Checkpoint("nghe-an/things", new TreeHead(place, new byte[32]));
        SignedNote note = new SignedNote(checkpoint.body(), List.of(KEY.sign(checkpoint.body())));

        assertFlippedIsRefused(KEY.verifierKey(), note, place, bit);
    }

    @Property(tries = 300)
    void noBitOfAWitnesssNoteCanBeFlipped(
            @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(max = 7) int bit) {
        Checkpoint checkpoint = new Checkpoint("nghe-an/things", new TreeHead(place, new byte[32]));
        SignedNote note = new SignedNote(checkpoint.body(), List.of(KEY.cosign(checkpoint.body(), AT)));

        assertFlippedIsRefused(KEY.cosignerKey(), note, place, bit);
    }

    private static void assertFlippedIsRefused(VerifierKey key, SignedNote note, int place, int bit) {
        assertThat(key.verifies(SignedNote.parse(note.text()))).isTrue();
        byte[] bytes = note.text().getBytes(UTF_8);
        bytes[place % bytes.length] ^= (byte) (1 << bit);

        assertThat(isVerified(key, new String(bytes, UTF_8))).isFalse();
        // Somebody who reads bytes as another character set must not make a good note of it either.
        assertThat(isVerified(key, new String(bytes, ISO_8859_1))).isFalse();
    }

    private static boolean isVerified(VerifierKey key, String text) {
        SignedNote note;
        try {
            note = SignedNote.parse(text);
        } catch (MalformedNoteException refused) {
            return false;
        }
        return key.verifies(note);
    }
}
