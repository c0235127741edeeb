package org.dialogue.reports.witness;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.dialogue.kit.polling.FailureTracker;
import org.dialogue.kit.polling.PollingWorker;
import org.dialogue.ledger.EventLedger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of the witness: follows the own ledger, and judges what waits. Woken by appends and by checkpoints; looks by
 * itself for what other instances append. After a failure it begins again where it was: nothing is judged twice in effect.
 */
public final class Witnesses extends PollingWorker {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final EventLedger ledger;
    private final WitnessedTrees trees;
    private final List<Witness> witnesses;
    private final Duration pollInterval;
    private volatile boolean heard = true;
    private final FailureTracker trouble = new FailureTracker(LOG, "The witness cannot go on, and tries again");
    private long judgedAt;
    private long judgedSizes;
    private EventLedger.@Nullable Subscription subscription;

    Witnesses(EventLedger ledger, WitnessedTrees trees, List<Witness> witnesses, Duration pollInterval) {
        super("witness");
        this.ledger = ledger;
        this.trees = trees;
        this.witnesses = List.copyOf(witnesses);
        this.pollInterval = pollInterval;
    }

    /** Has what was just heard judged. */
    void look() {
        heard = true;
        ring();
    }

    Optional<RuntimeException> failure() {
        return trouble.present();
    }

    /** {@return how each ledger that is witnessed stands} */
    public List<Standing> standings() {
        return witnesses.stream().map(Witness::standing).toList();
    }

    /** {@return how one ledger stands, if it is witnessed} */
    public Optional<Standing> standing(String source) {
        return standings().stream()
                .filter(standing -> standing.source().name().equals(source))
                .findFirst();
    }

    @Override
    protected Next round() {
        if (!trouble.attempt(this::judgeNews)) {
            heard = true;
        }
        return Next.whenRung(pollInterval);
    }

    private void judgeNews() {
        trees.follow(this::isRunning);
        long sizes = witnesses.stream()
                .mapToLong(witness -> trees.of(witness.source().name()).size())
                .sum();
        boolean longAgo = System.nanoTime() - judgedAt > LOOK_AGAIN_NANOS;
        if (heard || longAgo || sizes != judgedSizes) {
            heard = false;
            judge();
            judgedAt = System.nanoTime();
            judgedSizes = sizes;
        }
    }

    /** One ledger that cannot be judged keeps no other from being judged. */
    private void judge() {
        RuntimeException first = null;
        for (Witness witness : witnesses) {
            try {
                witness.judgeWaiting();
            } catch (RuntimeException failed) {
                if (first == null) {
                    first = failed;
                } else {
                    first.addSuppressed(failed);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    @Override
    public synchronized void start() {
        if (!isRunning()) {
            subscription = ledger.onAppend(this::ring);
            super.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (subscription != null) {
            subscription.close();
        }
        super.stop();
    }

    /** Leaves marks, so that the next start need not read again what was read since the last ones. */
    @Override
    protected void end() {
        try {
            trees.mark();
        } catch (MongoException unavailable) {
            LOG.info("The witness leaves no marks: {}", unavailable.getMessage());
        }
    }
}
