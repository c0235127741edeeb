package org.dialogue.reports.witness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.tree.TreeHead;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the notes of one source as they wait in the book: signs what agrees, and raises an alarm at what does not. */
final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final Source source;
    private final WitnessedTrees trees;
    private final CheckpointBook book;
    private final KnownKeys keys;
    private final Publisher publisher;
    private final AlarmRecord alarms;
    private final @Nullable SigningKey key;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile BookState state = BookState.UNKNOWN;

    Witness(
            Source source,
            WitnessedTrees trees,
            CheckpointBook book,
            KnownKeys keys,
            Publisher publisher,
            AlarmRecord alarms,
            @Nullable SigningKey key,
            Clock clock,
            MeterRegistry meters) {
        this.source = source;
        this.trees = trees;
        this.book = book;
        this.keys = keys;
        this.publisher = publisher;
        this.alarms = alarms;
        this.key = key;
        this.clock = clock;
        this.meters = meters;
    }

    Source source() {
        return source;
    }

    /** How the source stands, from memory: the book is read by the witness's thread alone. */
    Standing standing() {
        return new Standing(
                source,
                trees.of(source.name()).head(),
                trees.of(source.name()).missing(),
                state,
                keys.remembered(source));
    }

    /** Judges what can be judged. */
    void judgeWaiting() {
        List<HeardNote> unjudged = judge(book.waiting(source.name()));
        state = new BookState(
                book.latestAgreed(source.name()).orElse(null),
                unjudged.size(),
                unjudged.isEmpty() ? null : unjudged.get(0).heardAt(),
                book.refusedSinceAgreed(source.name()));
    }

    /** Returns those that have to wait. */
    private List<HeardNote> judge(List<HeardNote> waiting) {
        List<HeardNote> unjudged = new ArrayList<>();
        if (waiting.isEmpty()) {
            return unjudged;
        }
        Earlier earlier = new Earlier(
                book.latestAgreed(source.name()).map(Witness::statement).orElse(null),
                size -> book.agreedOfSize(source.name(), size).map(Witness::statement));
        for (HeardNote heard : waiting) {
            Verdict verdict = Judge.judge(
                    source.origin(),
                    heard.note(),
                    keys.of(source, publisher),
                    earlier,
                    size -> trees.headAt(source.name(), size));
            if (verdict instanceof Verdict.Agrees agrees) {
                sign(heard, agrees.statement());
                earlier.add(agrees.statement());
            } else if (verdict instanceof Verdict.Waits waits) {
                unjudged.add(heard);
                if (waits.statement() != null) {
                    earlier.add(waits.statement());
                }
            } else if (verdict instanceof Verdict.Repeats) {
                book.repeated(heard);
            } else if (verdict instanceof Verdict.Refused refused && cameLate(refused)) {
                LOG.info("A smaller checkpoint of {} came after a larger one; both still hold", source.name());
                book.repeated(heard);
            } else if (verdict instanceof Verdict.Refused refused) {
                refuse(heard, refused);
            }
        }
        return unjudged;
    }

    private static Statement statement(AgreedCheckpoint agreed) {
        return new Statement(agreed.tree(), agreed.note());
    }

    private void sign(HeardNote heard, Statement statement) {
        SignedNote note = SignedNote.parse(heard.note());
        String kept = key == null
                ? heard.note()
                : note.with(key.cosign(note.body(), clock.instant())).text();
        book.agreed(heard, statement.tree(), kept);
        LOG.info("{} agrees at size {}", source.name(), statement.tree().size());
    }

    private void refuse(HeardNote heard, Verdict.Refused refused) {
        long agreed = book.latestAgreed(source.name())
                .map(checkpoint -> checkpoint.tree().size())
                .orElse(0L);
        Difference difference = difference(refused, agreed);
        String partsAt = difference.first() == null ? "after " + difference.agreedSize() : "at " + difference.first();
        Optional<String> known = book.alarmFor(source.name(), refused.kind(), partsAt);
        if (known.isPresent()) {
            book.refused(heard, refused.kind(), partsAt, known.get());
            return;
        }
        LedgerAlarmRaised alarm = alarm(heard, refused, difference);
        if (alarms.raise(alarm)) {
            LOG.error(
                    "ALARM {}: a checkpoint of {} is refused ({}). {}",
                    alarm.alarmId().value(),
                    source.name(),
                    refused.kind(),
                    alarm.explanation());
            counter(meters, source.name(), refused.kind()).increment();
        }
        book.refused(heard, refused.kind(), partsAt, alarm.alarmId().value());
    }

    /**
     * Whether a smaller checkpoint only took longer on its way, as when two instances of a service issue at once. The
     * ledger then still holds what it had signed; one that was restored from a backup does not.
     */
    private boolean cameLate(Verdict.Refused refused) {
        Statement smaller = refused.statement();
        Statement larger = refused.earlier();
        if (refused.kind() != AlarmKind.SHRUNK || smaller == null || larger == null) {
            return false;
        }
        boolean isTrue =
                trees.headAt(source.name(), smaller.tree().size()).stream().allMatch(smaller.tree()::equals);
        try {
            return isTrue && holds(smaller.tree()) && holds(larger.tree());
        } catch (Publisher.Unreachable silent) {
            LOG.info("Whether {} has shrunk cannot be asked: {}", source.name(), silent.getMessage());
            return false;
        }
    }

    private boolean holds(TreeHead tree) {
        return publisher.rootAt(tree.size()).stream().anyMatch(root -> Arrays.equals(root, tree.root()));
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
                        size -> trees.headAt(source.name(), size).orElseThrow(),
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
                        : trees.headAt(source.name(), stated.size())
                                .map(own -> base64(own.root()))
                                .orElse(null),
                difference.first(),
                difference.agreedSize(),
                heard.note(),
                earlier == null ? null : earlier.note(),
                (refused.finding() + ". " + difference.finding()).replaceFirst("\\. $", "") + ".",
                clock.instant());
    }

    /** How many alarms this process has raised. */
    static Counter counter(MeterRegistry meters, String source, AlarmKind kind) {
        return Counter.builder("dialogue.witness.alarms")
                .description("Alarms that this process has raised about a ledger")
                .tag("source", source)
                .tag("kind", kind.name())
                .register(meters);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
