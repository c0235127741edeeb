package org.dialogue.reports.alarms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.MetadataKeys;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.reports.alarms.LedgerAlarm.Acknowledgement;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;
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
        if (entry.event() instanceof LedgerAlarmRaised raised) {
            if (byId.containsKey(raised.alarmId())) {
                throw new IllegalStateException("history raises " + raised.alarmId() + " again");
            }
            return with(new LedgerAlarm(raised, entry.recordedAt(), null));
        }
        if (entry.event() instanceof LedgerAlarmAcknowledged acknowledged) {
            LedgerAlarm alarm = find(acknowledged.alarmId()).orElseThrow();
            return with(alarm.with(new Acknowledgement(
                    acknowledged.reason(),
                    acknowledged.happenedAt(),
                    entry.metadata().get(MetadataKeys.SUBJECT),
                    entry.metadata().get(MetadataKeys.PERSON_ID),
                    entry.metadata().get(MetadataKeys.OFFICE))));
        }
        return this;
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
