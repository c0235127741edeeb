package org.dialogue.reports.witness.web;

import java.time.Instant;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.reports.folds.alarms.LedgerAlarm;
import org.jspecify.annotations.Nullable;

/**
 * An alarm with its evidence.
 *
 * @param id the alarm
 * @param ledger the service whose ledger it is
 * @param kind what is wrong
 * @param size number of events that the refused checkpoint states; absent if it could not be read
 * @param root base64 of the root that it states; absent if it could not be read
 * @param witnessedRoot base64 of the root of the events received, at that size; absent if not so many were received
 * @param firstDifference position of the first event that differs or is missing; absent if it was not found
 * @param agreedSize so many first events are known to be the same
 * @param explanation what was found, in English
 * @param note the refused note
 * @param earlierNote the note that it contradicts, if there is one
 * @param raisedAt when the alarm was recorded
 * @param acknowledged absent while the alarm is open
 */
record AlarmInfo(
        AlarmId id,
        String ledger,
        AlarmKind kind,
        @Nullable Long size,
        @Nullable String root,
        @Nullable String witnessedRoot,
        @Nullable Long firstDifference,
        long agreedSize,
        String explanation,
        String note,
        @Nullable String earlierNote,
        Instant raisedAt,
        @Nullable Acknowledged acknowledged) {

    /**
     * Who has looked into it.
     *
     * @param reason what was found and done
     * @param personId who, in the people registry
     */
    record Acknowledged(
            String reason,
            Instant at,
            @Nullable String personId,
            @Nullable String office) {}

    static AlarmInfo of(LedgerAlarm alarm) {
        LedgerAlarmRaised raised = alarm.raised();
        LedgerAlarm.Acknowledgement by = alarm.acknowledged();
        return new AlarmInfo(
                alarm.id(),
                raised.ledger(),
                raised.kind(),
                raised.size(),
                raised.root(),
                raised.witnessedRoot(),
                raised.firstDifference(),
                raised.agreedSize(),
                raised.explanation(),
                raised.note(),
                raised.earlierNote(),
                alarm.recordedAt(),
                by == null ? null : new Acknowledged(by.reason(), by.at(), by.personId(), by.office()));
    }
}
