package org.dialogue.events.witness;

import java.time.Instant;
import org.dialogue.events.DialogueEvent;
import org.jspecify.annotations.Nullable;

/** What the witness found wrong with a ledger's checkpoint, and what became of it. */
public sealed interface LedgerAlarmEvent extends DialogueEvent {

    /** {@return the alarm} */
    AlarmId alarmId();

    /**
     * The witness refused to sign a checkpoint. The same finding raises one alarm, however often it is met.
     *
     * @param ledger the service whose ledger it is, such as {@code dialogue-service}
     * @param kind what is wrong
     * @param size number of events that the checkpoint states; absent if it could not be read
     * @param root base64 of the root that the checkpoint states; absent if it could not be read
     * @param witnessedRoot base64 of the root of the witness's own copy at that size; absent if the copy is not so long
     * @param firstDifference position of the first event that differs from the witness's copy, or is missing in it or in
     *     the ledger; absent if it was not found
     * @param agreedSize so many first events are known to be the same in the ledger and in the witness's copy
     * @param note the refused note as it was received, which is evidence if it is signed
     * @param earlierNote the earlier note that this one contradicts, if there is one
     * @param explanation what was found, for people, in English
     */
    record LedgerAlarmRaised(
            AlarmId alarmId,
            String ledger,
            AlarmKind kind,
            @Nullable Long size,
            @Nullable String root,
            @Nullable String witnessedRoot,
            @Nullable Long firstDifference,
            long agreedSize,
            String note,
            @Nullable String earlierNote,
            String explanation,
            Instant happenedAt)
            implements LedgerAlarmEvent {}

    /**
     * Somebody in charge has looked into an alarm. The refused checkpoint stays refused.
     *
     * @param reason what was found and done
     */
    record LedgerAlarmAcknowledged(AlarmId alarmId, String reason, Instant happenedAt) implements LedgerAlarmEvent {}
}
