package org.dialogue.reports.witness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.TreeHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses checkpoints of one source, and raises an alarm that names the first position at which ledger and copy part. The
 * same finding at every further checkpoint is one alarm, until the ledger has agreed again.
 */
final class RefusingCheckpoints {

    private static final Logger LOG = LoggerFactory.getLogger(RefusingCheckpoints.class);

    private final Source source;
    private final WitnessedTrees trees;
    private final CheckpointBook book;
    private final Publisher publisher;
    private final AlarmRecord alarms;
    private final Clock clock;
    private final MeterRegistry meters;

    RefusingCheckpoints(
            Source source,
            WitnessedTrees trees,
            CheckpointBook book,
            Publisher publisher,
            AlarmRecord alarms,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.trees = trees;
        this.book = book;
        this.publisher = publisher;
        this.alarms = alarms;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * Refuses a note, unless it only came late.
     *
     * @param believed the keys whose signatures are believed
     */
    void refuse(HeardNote heard, Verdict.Refused refused, List<VerifierKey> believed) {
        if (Lateness.cameLate(source, refused, this::copyAt, publisher)) {
            LOG.info("A smaller checkpoint of {} came after a larger one; both still hold", source.name());
            book.repeated(heard);
            return;
        }
        long agreed = book.latestAgreed(source.name())
                .map(checkpoint -> checkpoint.tree().size())
                .orElse(0L);
        Difference difference = difference(refused, agreed);
        String partsAt = difference.first() == null ? "after " + difference.agreedSize() : "at " + difference.first();
        String alarmId = book.alarmFor(source.name(), refused.kind(), partsAt)
                .orElseGet(() -> raise(alarm(heard, refused, difference)));
        Long then = heard.agreedThen();
        book.refused(
                heard,
                new Refusal(
                        refused.kind(),
                        partsAt,
                        alarmId,
                        then == null ? agreed : then,
                        KnownKeys.fingerprint(believed)));
    }

    /** Looks where ledger and copy part, if who signed is not in doubt. */
    private Difference difference(Verdict.Refused refused, long agreed) {
        Statement statement = refused.statement();
        Statement earlier = refused.earlier();
        return switch (refused.kind()) {
            case MISMATCHED, FORKED, SHRUNK -> {
                long stated = statement == null ? 0 : statement.tree().size();
                long farthest = earlier == null
                        ? stated
                        : Math.max(stated, earlier.tree().size());
                long compared = Math.min(farthest, trees.of(source.name()).size());
                yield Difference.find(
                        Math.min(agreed, compared),
                        compared,
                        size -> copyAt(size).orElseThrow(),
                        publisher);
            }
            case UNKNOWN_KEY, WRONG_ORIGIN, UNREADABLE -> new Difference(null, agreed, "");
        };
    }

    private LedgerAlarmRaised alarm(HeardNote heard, Verdict.Refused refused, Difference difference) {
        Statement statement = refused.statement();
        TreeHead stated = statement == null ? null : statement.tree();
        Statement earlier = refused.earlier();
        return new LedgerAlarmRaised(
                new AlarmId(Fingerprint.of(
                        source.name(),
                        refused.kind().name(),
                        stated == null ? heard.id() : stated.size() + " " + base64(stated.root()))),
                source.name(),
                refused.kind(),
                stated == null ? null : stated.size(),
                stated == null ? null : base64(stated.root()),
                stated == null
                        ? null
                        : copyAt(stated.size()).map(own -> base64(own.root())).orElse(null),
                difference.first(),
                difference.agreedSize(),
                heard.note(),
                earlier == null ? null : earlier.note(),
                (refused.finding() + ". " + difference.finding()).replaceFirst("\\. $", "") + ".",
                clock.instant());
    }

    /**
     * Returns the alarm's id. It is on record already if another instance has raised it, or this process did and was stopped,
     * or did not learn the outcome.
     */
    private String raise(LedgerAlarmRaised alarm) {
        String id = alarm.alarmId().value();
        if (alarms.raise(alarm)) {
            LOG.error(
                    "ALARM {}: a checkpoint of {} is refused ({}). {}",
                    id,
                    source.name(),
                    alarm.kind(),
                    alarm.explanation());
            counter(meters, source.name(), alarm.kind()).increment();
        } else {
            LOG.warn(
                    "A checkpoint of {} is refused ({}): ALARM {}, on record already", source.name(), alarm.kind(), id);
        }
        return id;
    }

    /** How many alarms this process has raised. */
    static Counter counter(MeterRegistry meters, String source, AlarmKind kind) {
        return Counter.builder("dialogue.witness.alarms")
                .description("Alarms that this process has raised about a ledger")
                .tag("source", source)
                .tag("kind", kind.name())
                .register(meters);
    }

    private Optional<TreeHead> copyAt(long size) {
        return trees.headAt(source.name(), size);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
