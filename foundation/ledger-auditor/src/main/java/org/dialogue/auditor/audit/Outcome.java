package org.dialogue.auditor.audit;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.auditor.export.LedgerDescription;
import org.dialogue.auditor.note.KeyKind;
import org.dialogue.auditor.note.VerifierKey;
import org.dialogue.auditor.tree.GrowingTree;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found out.
 *
 * @param ledger what the export says of itself
 * @param finding the first thing that is wrong; null if nothing is
 * @param events how many events were read and are in order
 * @param root the tree hash over them, 32 bytes
 * @param period when the first and the last of them were recorded; null without events
 * @param provenTo up to which position something from elsewhere proves the events; -1 if nothing does
 * @param provenByExportTo the same, if the keys in the export were to be trusted too
 * @param comparedTo up to which position ids and sequences could all be compared
 * @param checkpoints how many checkpoints of the export were passed
 * @param lastIssuedAt when the last of them says it was issued, which nobody signed; null if there is none
 * @param earlierIssue the first of them that says it was issued before the one ahead of it, or null: nobody signed those
 *     times, so a clock was set back or the line altered
 * @param keys the keys that count for this ledger, and what each has vouched for
 */
public record Outcome(
        LedgerDescription ledger,
        @Nullable Finding finding,
        long events,
        byte[] root,
        @Nullable Period period,
        long provenTo,
        long provenByExportTo,
        long comparedTo,
        long checkpoints,
        @Nullable Instant lastIssuedAt,
        @Nullable String earlierIssue,
        List<KeyReport> keys) {

    /**
     * When the first and the last event were recorded.
     */
    public record Period(Instant first, Instant last) {}

    /**
     * A key and what it vouched for.
     *
     * @param key the key
     * @param isGiven whether it was given from elsewhere
     * @param checkpoints how many right checkpoints it signed
     * @param greatestSize size of the largest of them
     * @param lastTime when a witness last signed, in seconds since 1970
     */
    public record KeyReport(VerifierKey key, boolean isGiven, long checkpoints, long greatestSize, long lastTime) {}

    /**
     * Whether something from elsewhere proves every event, each witness given has vouched for some, and every rule
     * could be checked.
     */
    public boolean isProven() {
        return provenTo == ledger.size()
                && comparedTo == events
                && silentWitnesses().isEmpty();
    }

    /**
     * The witnesses given that have cosigned nothing.
     */
    public List<KeyReport> silentWitnesses() {
        return keys.stream()
                .filter(key -> key.isGiven() && key.key().kind() == KeyKind.WITNESS && key.checkpoints() == 0)
                .toList();
    }

    static Outcome of(
            LedgerDescription ledger,
            @Nullable Finding finding,
            GrowingTree tree,
            Order order,
            Assurance assurance,
            Keyring keyring,
            CheckpointTrail trail) {
        Period period = tree.size() == 0
                ? null
                : new Period(
                        Instant.ofEpochMilli(order.firstRecordedAt()), Instant.ofEpochMilli(order.lastRecordedAt()));
        return new Outcome(
                ledger,
                finding,
                tree.size(),
                tree.root(),
                period,
                assurance.provenTo(Voucher.KEY_GIVEN),
                assurance.provenTo(Voucher.KEY_IN_EXPORT),
                order.compared(),
                trail.passed(),
                trail.lastIssuedAt(),
                trail.earlierIssue(),
                Stream.concat(
                                keyring.given().stream().map(key -> report(key, true, assurance)),
                                keyring.exported().stream().map(key -> report(key, false, assurance)))
                        .toList());
    }

    private static KeyReport report(VerifierKey key, boolean isGiven, Assurance assurance) {
        Assurance.KeyUse use = assurance.use(key);
        return new KeyReport(key, isGiven, use.checkpoints(), use.greatestSize(), use.lastTime());
    }
}
