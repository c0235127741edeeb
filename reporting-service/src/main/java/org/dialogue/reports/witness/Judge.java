package org.dialogue.reports.witness;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongFunction;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.checkpoint.Algorithm;
import org.dialogue.ledger.checkpoint.Checkpoint;
import org.dialogue.ledger.checkpoint.MalformedNoteException;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Decides on a note. First who says it, then whether it contradicts what they said before, then whether it is true. A
 * checkpoint that agrees with the copy is consistent with all that agreed before, because they are sizes of one tree.
 */
final class Judge {

    private Judge() {}

    /**
     * Judges one note.
     *
     * @param origin the ledger whose checkpoints are expected
     * @param note as it was received
     * @param keys whose signatures are believed; none while they are not known
     * @param earlier what the ledger said before
     * @param copy the tree of the events that were received, by size; empty beyond
     */
    static Verdict judge(
            String origin,
            String note,
            Collection<VerifierKey> keys,
            Earlier earlier,
            LongFunction<Optional<TreeHead>> copy) {
        SignedNote signed;
        Checkpoint checkpoint;
        try {
            signed = SignedNote.parse(note);
            checkpoint = Checkpoint.parse(signed.body());
        } catch (MalformedNoteException malformed) {
            return new Verdict.Refused(
                    AlarmKind.UNREADABLE, null, null, "It is no checkpoint: " + malformed.getMessage());
        }
        Statement statement = new Statement(checkpoint.tree(), note);
        if (!checkpoint.origin().equals(origin)) {
            return new Verdict.Refused(
                    AlarmKind.WRONG_ORIGIN,
                    statement,
                    null,
                    "It is of %s, where those of %s are expected".formatted(checkpoint.origin(), origin));
        }
        if (keys.isEmpty()) {
            return new Verdict.Waits(null);
        }
        if (!isSigned(origin, signed, keys)) {
            return new Verdict.Refused(
                    AlarmKind.UNKNOWN_KEY,
                    statement,
                    null,
                    "No known key of %s signed it. If its key was replaced, learn the new one by a road you trust and add it"
                                    .formatted(origin)
                            + " to the witness's settings, beside the former ones");
        }
        return consistent(statement, earlier, copy);
    }

    /** Whether one of the keys has signed a note that was refused as signed by none. */
    static boolean isSigned(String origin, String note, Collection<VerifierKey> keys) {
        return isSigned(origin, SignedNote.parse(note), keys);
    }

    private static boolean isSigned(String origin, SignedNote note, Collection<VerifierKey> keys) {
        return keys.stream().anyMatch(key -> isBy(key, origin, note));
    }

    private static boolean isBy(VerifierKey key, String origin, SignedNote note) {
        return key.algorithm() == Algorithm.ED25519 && key.name().equals(origin) && key.verifies(note);
    }

    private static Verdict consistent(Statement statement, Earlier earlier, LongFunction<Optional<TreeHead>> copy) {
        TreeHead stated = statement.tree();
        Optional<Statement> sameSize = earlier.ofSize(stated.size());
        if (sameSize.isPresent()) {
            return sameSize.get().tree().equals(stated)
                    ? new Verdict.Repeats()
                    : new Verdict.Refused(
                            AlarmKind.FORKED,
                            statement,
                            sameSize.get(),
                            "The ledger has signed two roots at size %d".formatted(stated.size()));
        }
        Optional<Statement> larger =
                earlier.largest().filter(largest -> largest.tree().size() > stated.size());
        if (larger.isPresent()) {
            return new Verdict.Refused(
                    AlarmKind.SHRUNK,
                    statement,
                    larger.get(),
                    "The ledger had %d events when it signed before, and now has %d"
                            .formatted(larger.get().tree().size(), stated.size()));
        }
        Optional<TreeHead> own = copy.apply(stated.size());
        if (own.isEmpty()) {
            return new Verdict.Waits(statement);
        }
        return Arrays.equals(own.get().root(), stated.root())
                ? new Verdict.Agrees(statement)
                : new Verdict.Refused(
                        AlarmKind.MISMATCHED,
                        statement,
                        earlier.largest().orElse(null),
                        "Its root at size %d is not that of the events received".formatted(stated.size()));
    }
}
