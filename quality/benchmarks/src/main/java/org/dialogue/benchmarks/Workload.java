package org.dialogue.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** What every contender is given: the same payloads, metadata, ids and serializer. */
public final class Workload {

    static final Serializer SERIALIZER = Jackson3Serializer.builder().build();

    /** Events of each aggregate of a stored history. */
    static final int EVENTS_OF_AN_AGGREGATE = 10;

    private static final int PAYLOAD_BYTES = 600;
    private static final int OPEN_AGGREGATES = 16;
    private static final int LIFETIME_IN_EVENTS = 100;
    private static final MetaData METADATA = MetaData.with("actor", "4d1c8f0e-7f0a-4a52-9a51-0f3ad8a5f2c1")
            .and("correlationId", "b5a7c7a4-0f39-4a3b-8f2e-7e1f4d0c9b6a");
    private static final List<String> PAYLOADS = payloads();

    private Workload() {}

    /**
     * An event to store.
     *
     * @param aggregate the aggregate it belongs to
     * @param sequence place among that aggregate's events, from 0
     */
    public record Event(String aggregate, long sequence) {

        DomainEventMessage<String> message() {
            return new GenericDomainEventMessage<>(
                    "Thing", aggregate, sequence, payload(), METADATA, id(), Instant.now());
        }
    }

    /** A text that is 600 bytes of JSON once serialized, and does not compress well. */
    static String payload() {
        return PAYLOADS.get(ThreadLocalRandom.current().nextInt(PAYLOADS.size()));
    }

    /** The same as the serializer writes it. */
    public static byte[] serializedPayload() {
        return ('"' + payload() + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /** A random UUID without {@code SecureRandom}'s lock, which 64 writers would measure in place of a store. */
    public static String id() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong() & ~0xF000L | 0x4000L, random.nextLong() & ~(0xC0L << 56) | 0x80L << 56)
                .toString();
    }

    private static List<String> payloads() {
        Random random = new Random(20_230_712);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_024; i++) {
            byte[] noise = new byte[PAYLOAD_BYTES];
            random.nextBytes(noise);
            texts.add(Base64.getEncoder().encodeToString(noise).substring(0, PAYLOAD_BYTES - 2));
        }
        return texts;
    }

    /** The endless work of one writer, who goes to and fro between a few aggregates of its own. */
    static final class Feed {

        private final String[] aggregates = new String[OPEN_AGGREGATES];
        private final long[] sequences = new long[OPEN_AGGREGATES];

        Event next() {
            int open = ThreadLocalRandom.current().nextInt(OPEN_AGGREGATES);
            if (aggregates[open] == null || sequences[open] >= LIFETIME_IN_EVENTS) {
                aggregates[open] = id();
                sequences[open] = 0;
            }
            return new Event(aggregates[open], sequences[open]++);
        }
    }

    /**
     * Fills a store through its engine, one event a commit, by 64 writers that each go round 16 aggregates of 10 events: so
     * the ledger's documents hold what group commits make of that, and an aggregate's events lie scattered.
     *
     * @param events how many, a multiple of 10
     */
    static void fill(Contender.Store store, long events) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicLong stored = new AtomicLong();
        long aggregates = events / EVENTS_OF_AN_AGGREGATE;
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            Thread writer = new Thread(() -> {
                for (long first = next.getAndAdd(OPEN_AGGREGATES);
                        first < aggregates;
                        first = next.getAndAdd(OPEN_AGGREGATES)) {
                    long last = Math.min(aggregates, first + OPEN_AGGREGATES);
                    for (int sequence = 0; sequence < EVENTS_OF_AN_AGGREGATE; sequence++) {
                        for (long aggregate = first; aggregate < last; aggregate++) {
                            store.append(new Event(aggregate(aggregate), sequence));
                            stored.incrementAndGet();
                        }
                    }
                }
            });
            writers.add(writer);
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        if (stored.get() != events) {
            throw new IllegalStateException("A writer failed: %d of %d events stored".formatted(stored.get(), events));
        }
    }

    /** Name of an aggregate of a filled store. */
    static String aggregate(long number) {
        return "thing-" + number;
    }
}
