package org.dialogue.ledger.safety;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dialogue.ledger.Commit;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.SequenceConflictException;
import org.dialogue.ledger.TestEvents;

/**
 * A process that appends commits of one to five events until it is killed, from several threads, and says of each when it is
 * acknowledged: a line with the commit's first and last position, size and root of
 * the tree, and the ids of its events.
 */
final class WriterToBeKilled {

    /** Written to by one thread of each process: they take each other's sequences. */
    static final String COVETED = "coveted";

    private static final int OWN_AGGREGATES = 5;

    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    private final AtomicInteger left = new AtomicInteger();
    private final EventLedger ledger;
    private final String name;

    private WriterToBeKilled(EventLedger ledger, String name) {
        this.ledger = ledger;
        this.name = name;
    }

    /** Arguments: connection string, database, name of this process, seed, and the number of commits if there is an end. */
    public static void main(String[] arguments) {
        MongoDatabase database = MongoClients.create(arguments[0]).getDatabase(arguments[1]);
        WriterToBeKilled writer = new WriterToBeKilled(
                EventLedger.in(database, "events").writer(arguments[2]).open(), arguments[2]);
        writer.left.set(arguments.length == 5 ? Integer.parseInt(arguments[4]) : Integer.MAX_VALUE);
        Random random = new Random(Long.parseLong(arguments[3]));
        for (int i = 0; i < OWN_AGGREGATES; i++) {
            String aggregate = arguments[2] + "-" + i;
            Random sizes = new Random(random.nextLong());
            start(() -> writer.appendOn(aggregate, sizes));
        }
        start(writer::covet);
    }

    private void appendOn(String aggregate, Random sizes) {
        long sequence = 0;
        for (int commit = 0; left.getAndDecrement() > 0; commit++) {
            int size = 1 + sizes.nextInt(5);
            List<LedgerEvent> events = events(aggregate, aggregate + "." + commit, sequence, size);
            acknowledge(ledger.append(events), events);
            sequence += size;
        }
    }

    private void covet() {
        for (int commit = 0; left.getAndDecrement() > 0; commit++) {
            long next = ledger.lastSequenceOf(COVETED).orElse(-1) + 1;
            List<LedgerEvent> events = events(COVETED, name + "-" + COVETED + "." + commit, next, 1 + commit % 2);
            try {
                acknowledge(ledger.append(events), events);
            } catch (SequenceConflictException lost) {
                // Another process was faster, and says so itself.
                continue;
            }
        }
    }

    /** The id tells the commit and its size, so that half a commit would be noticed. */
    private static List<LedgerEvent> events(String aggregate, String commit, long first, int size) {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        TestEvents.event("%s.%d/%d".formatted(commit, i, size), aggregate, first + i, TestEvents.NOON))
                .toList();
    }

    private synchronized void acknowledge(Commit commit, List<LedgerEvent> events) {
        String line = "%d %d %d %s %s%n"
                .formatted(
                        commit.firstPosition(),
                        commit.lastPosition(),
                        commit.tree().size(),
                        HexFormat.of().formatHex(commit.tree().root()),
                        events.stream().map(LedgerEvent::id).collect(Collectors.joining(" ")));
        try {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody listens any more", e);
        }
    }

    /** A process that fails by itself must not look like one that was killed. */
    private static void start(Runnable work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (RuntimeException | Error failure) {
                failure.printStackTrace();
                Runtime.getRuntime().halt(1);
            }
        });
        thread.start();
    }
}
