package org.dialogue.ledger.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.dialogue.ledger.safety.WireMessage.Request;

/**
 * Chance decides, from a seed, which requests meet with trouble, and with which: every third insert and every tenth read.
 */
final class TroublePlan implements Function<Request, Fate>, AutoCloseable {

    private static final int TROUBLED_INSERTS_IN_A_HUNDRED = 33;
    private static final int TROUBLED_READS_IN_A_HUNDRED = 10;
    private static final int LATEST_MICROS = 20_000;

    private final Random random;
    private final boolean retryingWrites;
    private final List<Fate.Late> late = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private int troubles;

    /**
     * @param retryingWrites whether the driver repeats inserts by itself; then none is refused, because the driver would
     *     tell of the last attempt only, although the one before may still be on its way
     */
    TroublePlan(long seed, boolean retryingWrites) {
        this.random = new Random(seed);
        this.retryingWrites = retryingWrites;
    }

    @Override
    public synchronized Fate apply(Request request) {
        int share = request.inserts() ? TROUBLED_INSERTS_IN_A_HUNDRED : TROUBLED_READS_IN_A_HUNDRED;
        if (random.nextInt(100) >= share) {
            return Fate.PASS;
        }
        troubles++;
        Fate.Cut cut = Fate.Cut.values()[random.nextInt(Fate.Cut.values().length)];
        if (!request.inserts()) {
            return cut;
        }
        return switch (random.nextInt(4)) {
            case 0 -> retryingWrites ? cut : new Fate.Refused(ServerReplies.diskFull());
            case 1 -> late();
            default -> cut;
        };
    }

    private Fate late() {
        Fate.Late fate = new Fate.Late();
        late.add(fate);
        timer.schedule(fate.until()::countDown, random.nextInt(LATEST_MICROS), TimeUnit.MICROSECONDS);
        return fate;
    }

    synchronized int troubles() {
        return troubles;
    }

    /** Waits until nothing is on its way any more. */
    synchronized void awaitTheLate() {
        late.forEach(Fate.Late::arrive);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
