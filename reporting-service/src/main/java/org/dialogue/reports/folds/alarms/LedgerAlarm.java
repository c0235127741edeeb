package org.dialogue.reports.folds.alarms;

import java.time.Instant;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.jspecify.annotations.Nullable;

/**
 * One alarm: what was found, and whether somebody has looked into it.
 *
 * @param raised what was found
 * @param recordedAt when it was recorded
 * @param acknowledged absent while it is open
 */
public record LedgerAlarm(
        LedgerAlarmRaised raised,
        Instant recordedAt,
        @Nullable Acknowledgement acknowledged) {

    /**
     * That somebody has looked into it.
     *
     * @param reason what was found and done
     * @param at when
     * @param subject who, as the identity provider names the account
     * @param personId who, in the people registry
     * @param office the office in which
     */
    public record Acknowledgement(
            String reason,
            Instant at,
            @Nullable String subject,
            @Nullable String personId,
            @Nullable String office) {}

    /** {@return its id} */
    public AlarmId id() {
        return raised.alarmId();
    }

    /** {@return whether nobody has looked into it yet} */
    public boolean isOpen() {
        return acknowledged == null;
    }

    LedgerAlarm with(Acknowledgement acknowledgement) {
        return new LedgerAlarm(raised, recordedAt, acknowledgement);
    }
}
