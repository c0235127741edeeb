package org.dialogue.reports.witness.web;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.reports.folds.alarms.LedgerAlarm;
import org.dialogue.reports.folds.alarms.LedgerAlarms;
import org.dialogue.reports.witness.AgreedCheckpoint;
import org.dialogue.reports.witness.Standing;
import org.jspecify.annotations.Nullable;

/**
 * How a ledger stands with its witness.
 *
 * @param source the service whose ledger it is
 * @param origin the ledger's name in its checkpoints
 * @param treeSize so many events were received from it, without a gap
 * @param root base64 of the root of their tree
 * @param missing the position that has not come, although later ones have; absent if there is none
 * @param agreed the latest checkpoint that agreed with what was received; absent if none did yet
 * @param waiting how many checkpoints wait for their events, or for the ledger's keys
 * @param waitingSince since when; absent if none waits
 * @param uncoveredSince since when there have been events that no checkpoint covers which agreed; absent if there are none
 * @param refused how many checkpoints were refused since one last agreed
 * @param keys the keys whose signatures are believed, as C2SP verifier keys
 * @param alarms those that nobody has acknowledged
 */
record WitnessedLedger(
        String source,
        String origin,
        long treeSize,
        String root,
        @Nullable Long missing,
        @Nullable Agreed agreed,
        int waiting,
        @Nullable Instant waitingSince,
        @Nullable Instant uncoveredSince,
        long refused,
        List<String> keys,
        List<OpenAlarm> alarms) {

    /**
     * A checkpoint that agreed.
     *
     * @param size number of events
     * @param root base64
     * @param at when it was judged
     */
    record Agreed(long size, String root, Instant at) {}

    /**
     * An alarm, as far as it is for everybody.
     *
     * @param size what the refused checkpoint states; absent if it could not be read
     * @param firstDifference position of the first event that differs or is missing; absent if it was not found
     */
    record OpenAlarm(
            AlarmId id,
            AlarmKind kind,
            @Nullable Long size,
            @Nullable Long firstDifference,
            Instant raisedAt) {

        static OpenAlarm of(LedgerAlarm alarm) {
            return new OpenAlarm(
                    alarm.id(),
                    alarm.raised().kind(),
                    alarm.raised().size(),
                    alarm.raised().firstDifference(),
                    alarm.recordedAt());
        }
    }

    static WitnessedLedger of(Standing standing, LedgerAlarms alarms) {
        OptionalLong missing = standing.missing();
        AgreedCheckpoint latest = standing.book().latest();
        return new WitnessedLedger(
                standing.source().name(),
                standing.source().origin(),
                standing.tree().size(),
                base64(standing.tree().root()),
                missing.isPresent() ? missing.getAsLong() : null,
                latest == null
                        ? null
                        : new Agreed(latest.tree().size(), base64(latest.tree().root()), latest.at()),
                standing.book().waiting(),
                standing.book().waitingSince(),
                standing.book().uncoveredSince(),
                standing.book().refused(),
                standing.keys().stream().map(VerifierKey::text).toList(),
                alarms.openOf(standing.source().name()).stream()
                        .map(OpenAlarm::of)
                        .toList());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
