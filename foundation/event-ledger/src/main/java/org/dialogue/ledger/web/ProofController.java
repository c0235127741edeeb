package org.dialogue.ledger.web;

import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Heads of the tree, and proofs that an event is in it and that it only grew. Hashes are Base64. */
@RestController
@RequestMapping(path = "${ledger.web.path:/ledger}", produces = MediaType.APPLICATION_JSON_VALUE)
class ProofController {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    private final EventLedger ledger;
    private final CheckpointCollection checkpoints;

    ProofController(EventLedger ledger, CheckpointCollection checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    @GetMapping("/tree")
    Head currentTree() {
        return Head.of(ledger.treeHead());
    }

    @GetMapping("/tree/{size}")
    Head treeOfSize(@PathVariable long size) {
        LedgerProblem.requireNotNegative("size", size);
        long head = ledger.head();
        if (size > head) {
            throw LedgerProblem.unknown("size", "the ledger holds %d events".formatted(head));
        }
        return Head.of(ledger.proofs().headAt(size));
    }

    /** Of a position or an event, in the latest signed tree that holds it unless a size is given. */
    @GetMapping("/proofs/inclusion")
    Inclusion inclusionProof(
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(required = false) @Nullable Long size) {
        long proven = position(position, event);
        long head = ledger.head();
        LedgerProblem.requireBetween(1, head, "position", proven);
        long in = size == null ? signedSizeWith(proven, head) : size;
        LedgerProblem.requireBetween(proven, head, "size", in);
        return Inclusion.of(ledger.proofs().inclusion(proven, in));
    }

    @GetMapping("/proofs/consistency")
    Consistency consistencyProof(@RequestParam long from, @RequestParam long to) {
        long head = ledger.head();
        LedgerProblem.requireBetween(0, head, "to", to);
        LedgerProblem.requireBetween(0, to, "from", from);
        return Consistency.of(ledger.proofs().consistency(from, to));
    }

    private long position(@Nullable Long position, @Nullable String event) {
        if (position != null && event == null) {
            return position;
        }
        if (event != null && position == null) {
            Supplier<LedgerProblem> none = () -> LedgerProblem.unknown("event", "the ledger holds no event of this id");
            return ledger.proofs().positionOf(event).orElseThrow(none);
        }
        throw LedgerProblem.invalid("position", "exclusive", "either position or event must be given");
    }

    private long signedSizeWith(long position, long head) {
        return checkpoints
                .latest()
                .map(IssuedCheckpoint::size)
                .filter(size -> size >= position && size <= head)
                .orElse(head);
    }

    private static String base64(byte[] hash) {
        return BASE64.encodeToString(hash);
    }

    private static List<String> base64(List<byte[]> hashes) {
        return hashes.stream().map(ProofController::base64).toList();
    }

    /**
     * A head of the tree.
     *
     * @param size number of events in it
     * @param root its root hash
     */
    record Head(long size, String root) {

        static Head of(TreeHead head) {
            return new Head(head.size(), base64(head.root()));
        }
    }

    /**
     * Proof that an event is in a tree (RFC 6962, section 2.1.1).
     *
     * @param position the event's position, from 1
     * @param size number of events in the tree
     * @param leaf the event's hash
     * @param root root of the tree that the proof leads to
     * @param path hashes from the leaf upwards
     */
    record Inclusion(long position, long size, String leaf, String root, List<String> path) {

        static Inclusion of(InclusionProof proof) {
            return new Inclusion(
                    proof.position(), proof.size(), base64(proof.leaf()), base64(proof.root()), base64(proof.path()));
        }
    }

    /**
     * Proof that one tree is the beginning of another (RFC 6962, section 2.1.2).
     *
     * @param from number of events in the earlier tree
     * @param to number of events in the later one
     * @param path the hashes of the proof
     */
    record Consistency(long from, long to, List<String> path) {

        static Consistency of(ConsistencyProof proof) {
            return new Consistency(proof.from(), proof.to(), base64(proof.path()));
        }
    }
}
