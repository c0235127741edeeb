package org.dialogue.ledger.checkpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonInvalidOperationException;
import org.dialogue.ledger.BrokenHistoryException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerProofs;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs the ledger's head if it goes on from what was signed before, and keeps the checkpoint. */
final class Signer {

    private static final Logger log = LoggerFactory.getLogger(Signer.class);

    private final EventLedger ledger;
    private final CheckpointCollection checkpoints;
    private final SigningKey key;
    private final String origin;
    private final @Nullable List<VerifierKey> earlierKeys;
    private final Clock clock;
    private final Objections objections;

    /** The latest checkpoint that this process has seen the ledger agree with. */
    private volatile @Nullable IssuedCheckpoint proved;

    private volatile @Nullable String refusal;
    private boolean keyIsKept;

    Signer(CheckpointIssuer.Builder settings) {
        this.ledger = settings.ledger;
        this.checkpoints = settings.checkpoints;
        this.key = settings.key;
        this.origin = settings.origin;
        this.earlierKeys = settings.earlierKeys;
        this.clock = settings.clock;
        this.objections = new Objections(ledger, origin);
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    /**
     * How long to wait before {@link #sign} is worth its reads, by the latest checkpoint that this process knows of. To
     * ask at each append for what others have issued would be dear.
     */
    Duration untilDue(Cadence cadence) {
        try {
            return cadence.untilDue(proved, ledger.head(), clock.instant());
        } catch (IllegalArgumentException | BsonInvalidOperationException e) {
            refuseUnreadable(e);
            return cadence.every();
        }
    }

    /** Holds history against the latest checkpoint, and signs if there is news and it is due. */
    synchronized Optional<IssuedCheckpoint> sign(Cadence due) {
        IssuedCheckpoint latest;
        TreeHead head;
        try {
            // First the checkpoint, then the head: else another's checkpoint in between would look as if we had shrunk.
            latest = latest();
            head = ledger.treeHead();
            objections.checkGrowth(latest, head);
        } catch (RefusedException e) {
            refuse(Objects.requireNonNull(e.getMessage()));
            return Optional.empty();
        } catch (IllegalArgumentException | BsonInvalidOperationException e) {
            refuseUnreadable(e);
            return Optional.empty();
        }
        proved = latest;
        refuseNoMore();
        Instant now = clock.instant();
        boolean news = head.size() > (latest == null ? 0 : latest.size());
        return news && due.untilDue(latest, head.size(), now).isZero() ? sign(head, now) : Optional.empty();
    }

    /**
     * The larger of what is kept and what this process knows. That it knows one exposes a history that was cut off
     * together with its checkpoints.
     */
    private @Nullable IssuedCheckpoint latest() {
        IssuedCheckpoint known = proved;
        IssuedCheckpoint kept = checkpoints.latest().orElse(null);
        if (kept == null || (known != null && kept.size() <= known.size())) {
            return known;
        }
        List<VerifierKey> keys = new ArrayList<>(earlierKeys == null ? checkpoints.keys() : earlierKeys);
        keys.add(key.verifierKey());
        objections.checkSigned(kept, keys);
        return kept;
    }

    private Optional<IssuedCheckpoint> sign(TreeHead head, Instant now) {
        Checkpoint checkpoint = new Checkpoint(origin, head);
        SignedNote note = new SignedNote(checkpoint.body(), List.of(key.sign(checkpoint.body())));
        IssuedCheckpoint issued = new IssuedCheckpoint(checkpoint, note, now);
        // The key first: whatever is kept can be verified by a key that is kept.
        if (!keyIsKept) {
            checkpoints.keepKey(key.verifierKey(), issued.issuedAt());
            keyIsKept = true;
        }
        if (!checkpoints.keep(issued)) {
            return Optional.empty();
        }
        proved = issued;
        log.debug("Issued the checkpoint of {} at size {}", origin, head.size());
        return Optional.of(issued);
    }

    /** Somebody changed the form of a stored document: no failure that passes by itself. */
    private void refuseUnreadable(RuntimeException e) {
        refuse("What is stored cannot be read: " + e.getMessage());
    }

    private void refuse(String why) {
        if (!why.equals(refusal)) {
            log.error("No checkpoint of {} is signed any more. {}", origin, why);
        }
        refusal = why;
    }

    private void refuseNoMore() {
        if (refusal != null) {
            log.info("Checkpoints of {} are signed again: history is what was signed before", origin);
        }
        refusal = null;
    }

    /**
     * What speaks against signing. To sign is to promise that history only grew since the last signature: a signer that
     * breaks the promise once is worth nothing.
     */
    private static final class Objections {

        private final EventLedger ledger;
        private final String origin;

        Objections(EventLedger ledger, String origin) {
            this.ledger = ledger;
            this.origin = origin;
        }

        /** Throws if a checkpoint that is kept is not of this ledger, or none of these keys signed it. */
        void checkSigned(IssuedCheckpoint kept, Collection<VerifierKey> keys) {
            if (!kept.checkpoint().origin().equals(origin)) {
                throw new RefusedException("The checkpoints kept here are of '%s', not of '%s'"
                        .formatted(kept.checkpoint().origin(), origin));
            }
            if (keys.stream().noneMatch(key -> key.verifies(kept.note()))) {
                throw new RefusedException(
                        "No known key signed the latest checkpoint, that at size %d".formatted(kept.size()));
            }
        }

        /**
         * Throws if the head is not what is stored, or history did more than grow.
         *
         * @param latest the checkpoint before; null if there is none
         */
        void checkGrowth(@Nullable IssuedCheckpoint latest, TreeHead head) {
            LedgerProofs proofs = ledger.proofs();
            try {
                if (latest != null) {
                    checkGrowth(proofs, latest.checkpoint().tree(), head);
                }
                // The ledger remembers the end of history. It must also be what is stored.
                if (!proofs.headAt(head.size()).equals(head)) {
                    throw new RefusedException(
                            "The events stored do not lead to the root stored at size %d".formatted(head.size()));
                }
            } catch (BrokenHistoryException e) {
                throw new RefusedException(Objects.requireNonNull(e.getMessage()));
            }
        }

        private static void checkGrowth(LedgerProofs proofs, TreeHead signed, TreeHead head) {
            if (head.size() < signed.size()) {
                throw new RefusedException(
                        "The ledger shrank: it holds %d events, and a checkpoint at size %d was signed"
                                .formatted(head.size(), signed.size()));
            }
            if (!proofs.headAt(signed.size()).equals(signed)) {
                throw new RefusedException(
                        "History was changed under the checkpoint at size %d".formatted(signed.size()));
            }
            if (!proofs.consistency(signed.size(), head.size()).proves(signed, head)) {
                throw new RefusedException("History at size %d does not go on from the checkpoint at size %d"
                        .formatted(head.size(), signed.size()));
            }
        }
    }

    /** A head is not signed, and the message says why. */
    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String why) {
            super(why);
        }
    }
}
