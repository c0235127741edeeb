package org.dialogue.reports.witness;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.LedgerAlarmEvent;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorMetadata;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.ledger.ConflictException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.alarms.LedgerAlarm;
import org.dialogue.reports.folds.alarms.LedgerAlarms;

/**
 * Alarms in the own ledger: the only events that are recorded here first. Each alarm is an aggregate of its own, raised
 * once and acknowledged once.
 */
public final class AlarmRecord {

    private static final String AGGREGATE_TYPE = "alarm";

    private final EventLedger ledger;
    private final Function<String, List<HistoryEntry>> historyOfAlarm;
    private final Serializer serializer;
    private final Actor witness;

    /**
     * @param historyOfAlarm what is recorded of an alarm, by the id of its aggregate
     */
    AlarmRecord(
            EventLedger ledger,
            Function<String, List<HistoryEntry>> historyOfAlarm,
            Serializer serializer,
            String service) {
        this.ledger = ledger;
        this.historyOfAlarm = historyOfAlarm;
        this.serializer = serializer;
        this.witness = Actor.system(service);
    }

    /**
     * Raises an alarm, unless it was raised before.
     *
     * @return whether it is news
     */
    boolean raise(LedgerAlarmRaised alarm) {
        return append(0, alarm, witness);
    }

    /**
     * The alarm as it is now.
     *
     * @throws NotFound if there is none
     */
    public LedgerAlarm get(AlarmId id) {
        return find(id).orElseThrow(() -> new NotFound("alarm", id.value()));
    }

    private Optional<LedgerAlarm> find(AlarmId id) {
        return LedgerAlarms.of(historyOfAlarm.apply(id.toString()));
    }

    /**
     * Records that somebody has looked into an alarm. The same again changes nothing.
     *
     * @return the alarm as it is then
     * @throws NotFound if there is no such alarm
     * @throws RuleViolation if it was acknowledged before, for another reason or by somebody else
     */
    public LedgerAlarm acknowledge(LedgerAlarmAcknowledged acknowledgement, Actor by) {
        LedgerAlarm alarm = get(acknowledgement.alarmId());
        if (alarm.isOpen()) {
            append(1, acknowledgement, by);
            alarm = get(acknowledgement.alarmId());
        }
        LedgerAlarm.Acknowledgement recorded = alarm.acknowledged();
        if (recorded == null
                || !recorded.reason().equals(acknowledgement.reason())
                || !by.subject().equals(recorded.subject())) {
            throw new RuleViolation("alarm-open", "the alarm has been acknowledged already");
        }
        return alarm;
    }

    /** Returns false if another instance, or this one before a crash, has recorded the same step. */
    private boolean append(long sequence, LedgerAlarmEvent event, Actor by) {
        SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
        try {
            ledger.append(List.of(LedgerEvent.ofAggregate(
                    Fingerprint.of(event.alarmId().toString(), Long.toString(sequence)),
                    payload.getType().getName(),
                    payload.getType().getRevision(),
                    AGGREGATE_TYPE,
                    event.alarmId().toString(),
                    sequence,
                    event.happenedAt(),
                    payload.getData(),
                    serializer
                            .serialize(MetaData.from(strings(by)), byte[].class)
                            .getData())));
            return true;
        } catch (ConflictException recordedBefore) {
            return false;
        }
    }

    private static Map<String, Object> strings(Actor by) {
        Map<String, Object> metadata = new HashMap<>(ActorMetadata.of(by));
        metadata.values().removeIf(value -> !(value instanceof String));
        return metadata;
    }
}
