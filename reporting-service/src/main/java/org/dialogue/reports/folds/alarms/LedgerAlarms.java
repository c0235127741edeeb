package org.dialogue.reports.folds.alarms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.MetadataKeys;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.alarms.LedgerAlarm.Acknowledgement;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * All alarms that the witness ever raised.
 *
 * @param byId the alarms
 */
public record LedgerAlarms(PMap<AlarmId, LedgerAlarm> byId) {

    /** How the view is folded. */
    public static final ViewFold<LedgerAlarms> FOLD =
            new ViewFold<>("alarms", new LedgerAlarms(HashTreePMap.empty()), LedgerAlarms::after);

    private static final Comparator<LedgerAlarm> NEWEST_FIRST = Comparator.comparing(LedgerAlarm::recordedAt)
            .reversed()
            .thenComparing(alarm -> alarm.id().value());

    private LedgerAlarms after(HistoryEntry entry) {
        if (entry.event() instanceof LedgerAlarmEvent event) {
            LedgerAlarm former = byId.get(event.alarmId());
            LedgerAlarm next = next(former, entry);
            if (next == null || next == former) {
                throw new IllegalStateException("history tells of " + event.alarmId() + " what does not follow");
            }
            return with(next);
        }
        return this;
    }

    /**
     * One alarm by what was recorded of it. What does not follow, such as a second raising, changes nothing.
     *
     * @param history the events of the alarm, in order
     */
    public static Optional<LedgerAlarm> of(List<HistoryEntry> history) {
        LedgerAlarm alarm = null;
        for (HistoryEntry entry : history) {
            alarm = next(alarm, entry);
        }
        return Optional.ofNullable(alarm);
    }

    private static @Nullable LedgerAlarm next(@Nullable LedgerAlarm alarm, HistoryEntry entry) {
        if (entry.event() instanceof LedgerAlarmRaised raised && alarm == null) {
            return new LedgerAlarm(raised, entry.recordedAt(), null);
        }
        if (entry.event() instanceof LedgerAlarmAcknowledged acknowledged && alarm != null && alarm.isOpen()) {
            return alarm.with(new Acknowledgement(
                    acknowledged.reason(),
                    acknowledged.happenedAt(),
                    entry.metadata().get(MetadataKeys.SUBJECT),
                    entry.metadata().get(MetadataKeys.PERSON_ID),
                    entry.metadata().get(MetadataKeys.OFFICE)));
        }
        return alarm;
    }

    private LedgerAlarms with(LedgerAlarm alarm) {
        return new LedgerAlarms(byId.plus(alarm.id(), alarm));
    }

    /** {@return the alarm, if there is one of that id} */
    public Optional<LedgerAlarm> find(AlarmId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** {@return all alarms, the newest first} */
    public List<LedgerAlarm> all() {
        return byId.values().stream().sorted(NEWEST_FIRST).toList();
    }

    /** {@return those that nobody has looked into, the newest first} */
    public List<LedgerAlarm> open() {
        return all().stream().filter(LedgerAlarm::isOpen).toList();
    }

    /**
     * Open alarms about one ledger.
     *
     * @param ledger the service whose ledger it is
     */
    public List<LedgerAlarm> openOf(String ledger) {
        return open().stream()
                .filter(alarm -> alarm.raised().ledger().equals(ledger))
                .toList();
    }
}
