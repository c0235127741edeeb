package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Runs actors so that only one of them moves at a time, in an order that a seed decides: an actor that comes to a step
 * waits until all others wait too, and then chance picks who goes on. A failure can so be repeated from its seed.
 */
final class Interleaving {

    private final Random random;
    private final List<Object> waiting = new ArrayList<>();
    private Object chosen;
    private int moving;

    Interleaving(long seed) {
        this.random = new Random(seed);
    }

    /** Runs the actors to their ends, and throws what any of them throws. */
    void run(List<Runnable> actors) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(actors.size());
        try {
            moving = actors.size();
            List<Future<?>> all = new ArrayList<>();
            for (Runnable actor : actors) {
                all.add(threads.submit(() -> {
                    try {
                        step();
                        actor.run();
                    } finally {
                        leave();
                    }
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** The calling actor is about to do something that others could come before or after. */
    synchronized void step() {
        Object me = new Object();
        waiting.add(me);
        moving--;
        chooseIfAllWait();
        boolean interrupted = false;
        while (chosen != me) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        chosen = null;
        moving++;
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave() {
        moving--;
        chooseIfAllWait();
    }

    private void chooseIfAllWait() {
        if (moving == 0 && chosen == null && !waiting.isEmpty()) {
            chosen = waiting.remove(random.nextInt(waiting.size()));
            notifyAll();
        }
    }
}
