package org.dialogue.ledger.checkpoint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A checkpoint that was signed and made known.
 *
 * @param checkpoint what was signed
 * @param note the same, with its signatures
 * @param issuedAt when, by the clock of who signed, to the millisecond. The order of checkpoints is that of their
 *     sizes: a clock may have been set back
 */
public record IssuedCheckpoint(Checkpoint checkpoint, SignedNote note, Instant issuedAt) {

    /**
     * @throws IllegalArgumentException if the note is of another checkpoint
     */
    public IssuedCheckpoint {
        if (!Checkpoint.parse(note.body()).equals(checkpoint)) {
            throw new IllegalArgumentException("The note is not of the checkpoint at size %d"
                    .formatted(checkpoint.tree().size()));
        }
        issuedAt = issuedAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads what was issued from its note.
     *
     * @throws MalformedNoteException if the note is of no checkpoint
     */
    public static IssuedCheckpoint of(SignedNote note, Instant issuedAt) {
        return new IssuedCheckpoint(Checkpoint.parse(note.body()), note, issuedAt);
    }

    /** Number of events in the tree. */
    public long size() {
        return checkpoint.tree().size();
    }
}
