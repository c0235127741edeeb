package org.dialogue.ledger.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints as the signed notes that they are, and the public keys that verify them. */
@RestController
@RequestMapping("${ledger.web.path:/ledger}")
class CheckpointController {

    private static final String PLAIN = "text/plain;charset=UTF-8";
    private static final int MOST = 1_000;

    private final CheckpointCollection checkpoints;
    private final @Nullable VerifierKey presentKey;

    CheckpointController(CheckpointCollection checkpoints, @Nullable VerifierKey presentKey) {
        this.checkpoints = checkpoints;
        this.presentKey = presentKey;
    }

    @GetMapping(path = "/checkpoints/latest", produces = PLAIN)
    String latestCheckpoint() {
        return checkpoints
                .latest()
                .map(issued -> issued.note().text())
                .orElseThrow(() -> LedgerProblem.unknown("checkpoint", "no checkpoint has been issued yet"));
    }

    @GetMapping(path = "/checkpoints/{size}", produces = PLAIN)
    String checkpointOfSize(@PathVariable long size) {
        LedgerProblem.requireNotNegative("size", size);
        return checkpoints
                .ofSize(size)
                .map(issued -> issued.note().text())
                .orElseThrow(
                        () -> LedgerProblem.unknown("size", "no checkpoint of size %d was issued".formatted(size)));
    }

    @GetMapping(path = "/checkpoints", produces = MediaType.APPLICATION_JSON_VALUE)
    List<CheckpointLine> checkpointsAfter(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "100") int limit) {
        LedgerProblem.requireNotNegative("after", after);
        LedgerProblem.requireBetween(1, MOST, "limit", limit);
        return checkpoints.after(after, limit).stream().map(CheckpointLine::of).toList();
    }

    /** The present key is there even before it has signed anything. */
    @GetMapping(path = "/keys", produces = PLAIN)
    String verifierKeys() {
        List<VerifierKey> keys = new ArrayList<>(checkpoints.keys());
        if (presentKey != null && !keys.contains(presentKey)) {
            keys.add(presentKey);
        }
        return keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
    }

    /**
     * A checkpoint, as in an export.
     *
     * @param size number of events in the tree
     * @param issuedAt when it was signed
     * @param note the whole signed note
     */
    record CheckpointLine(long size, Instant issuedAt, String note) {

        static CheckpointLine of(IssuedCheckpoint issued) {
            return new CheckpointLine(
                    issued.size(), issued.issuedAt(), issued.note().text());
        }
    }
}
