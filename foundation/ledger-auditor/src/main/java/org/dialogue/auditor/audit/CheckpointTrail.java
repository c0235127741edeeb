package org.dialogue.auditor.audit;

import static org.dialogue.auditor.export.Printable.text;

import java.time.Instant;
import java.util.stream.Collectors;
import org.dialogue.auditor.export.ExportedCheckpoint;
import org.dialogue.auditor.export.ObjectLines;
import org.dialogue.auditor.export.UnreadableExportException;
import org.dialogue.auditor.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints of the export, one ahead of the events. Examines each by itself and against the one before.
 */
final class CheckpointTrail {

    private final ObjectLines<ExportedCheckpoint> lines;
    private final String origin;
    private final Keyring keyring;
    private @Nullable ExportedCheckpoint head;
    private @Nullable Finding finding;
    private Keyring.@Nullable Signatures signatures;
    private long lastSize = -1;
    private Instant lastIssuedAt = Instant.MIN;
    private @Nullable String earlierIssue;
    private long passed;

    CheckpointTrail(ObjectLines<ExportedCheckpoint> lines, String origin, Keyring keyring)
            throws UnreadableExportException {
        this.lines = lines;
        this.origin = origin;
        this.keyring = keyring;
        advance();
    }

    /** Whether none is left. */
    boolean isEmpty() {
        return head == null;
    }

    /** Whether there is a next checkpoint, and it is to be held against a tree of this size. */
    boolean isDue(long size) {
        return head != null && head.size() <= size;
    }

    /** What is wrong with the next checkpoint, whatever the events are. */
    @Nullable
    Finding finding() {
        return finding;
    }

    /** How many checkpoints were passed. */
    long passed() {
        return passed;
    }

    /** When the last checkpoint that was passed says it was issued; null if none was passed. */
    @Nullable
    Instant lastIssuedAt() {
        return passed == 0 ? null : lastIssuedAt;
    }

    /** The first checkpoint that says it was issued before the one ahead of it; null if there is none. */
    @Nullable
    String earlierIssue() {
        return earlierIssue;
    }

    /** What the next checkpoint says, which must be there and right by itself. */
    KnownRoot root() {
        if (head == null || signatures == null || finding != null) {
            throw new IllegalStateException("No checkpoint to compare");
        }
        return KnownRoot.of(head.checkpoint(), signatures.voucher(), signatures.verifiedBy(), label(head));
    }

    /** Passes the next checkpoint, whose root is right, and reads the one behind it. */
    void pass() throws UnreadableExportException {
        if (head == null) {
            throw new IllegalStateException("No checkpoint to pass");
        }
        lastSize = head.size();
        if (head.issuedAt().isBefore(lastIssuedAt) && earlierIssue == null) {
            earlierIssue = label(head);
        }
        lastIssuedAt = head.issuedAt();
        passed++;
        advance();
    }

    /** Reads what is left without looking into it, so that damage of the archive comes to light. */
    void skipRest() throws UnreadableExportException {
        lines.skipRest(bytes -> {});
    }

    /** Names the next checkpoint, for messages. */
    String label() {
        return head == null ? "no checkpoint" : label(head);
    }

    private void advance() throws UnreadableExportException {
        head = lines.next();
        if (head != null) {
            signatures = keyring.examine(head.checkpoint());
            String objection = objection(head, signatures);
            finding = objection == null ? null : Finding.checkpoint(head.size(), label(head) + " " + objection);
        }
    }

    private @Nullable String objection(ExportedCheckpoint line, Keyring.Signatures signatures) {
        if (!line.checkpoint().origin().equals(origin)) {
            return "is of another ledger, '%s'".formatted(text(line.checkpoint().origin()));
        }
        if (line.size() != line.checkpoint().size()) {
            return "states another size than its note, %d"
                    .formatted(line.checkpoint().size());
        }
        if (!signatures.wrong().isEmpty()) {
            return "bears a wrong signature of "
                    + signatures.wrong().stream().map(VerifierKey::label).collect(Collectors.joining(", "));
        }
        return line.size() <= lastSize ? "comes after one of size %d; sizes must increase".formatted(lastSize) : null;
    }

    private static String label(ExportedCheckpoint line) {
        return "the checkpoint of size %d (%s)".formatted(line.size(), line.place());
    }
}
