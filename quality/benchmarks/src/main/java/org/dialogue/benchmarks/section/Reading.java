package org.dialogue.benchmarks.section;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Sorts;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.bson.RawBsonDocument;
import org.dialogue.benchmarks.contender.AxonStore;

/** A way of reading a whole history. */
@FunctionalInterface
interface Reading {

    /** An open stream with nothing more to give for so long is at its end. */
    int SECONDS_OF_SILENCE = 60;

    /** Servers send at most 16 MiB at a time by themselves; the embedded one sends all that is asked for. */
    int DOCUMENTS_AT_A_TIME = 500;

    /**
     * Reads from the beginning.
     *
     * @param limit how many events to read at the most
     * @param deadline when to stop, as {@link System#nanoTime()}
     * @return how many events were read
     */
    long read(long limit, long deadline);

    /** Axon's event store, as its event processors read it. Payloads are not deserialized. */
    static Reading axonStream(AxonStore contender) {
        return (limit, deadline) -> {
            EmbeddedEventStore store = contender.newEventStore();
            try (BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
                long read = 0;
                while (read < limit
                        && System.nanoTime() < deadline
                        && stream.hasNextAvailable(SECONDS_OF_SILENCE, TimeUnit.SECONDS)) {
                    stream.nextAvailable();
                    read++;
                }
                return read;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while reading", e);
            } finally {
                store.shutDown();
            }
        };
    }

    /** The engine's own stream. */
    static Reading engine(EventStorageEngine engine) {
        return (limit, deadline) -> {
            try (Stream<? extends TrackedEventMessage<?>> stream = engine.readEvents(null, false)) {
                Iterator<? extends TrackedEventMessage<?>> events = stream.iterator();
                long read = 0;
                while (read < limit && System.nanoTime() < deadline && events.hasNext()) {
                    events.next();
                    read++;
                }
                return read;
            }
        };
    }

    /** The driver alone, decoding every field of every event from the stored bytes. */
    static Reading rawScan(MongoCollection<RawBsonDocument> collection, RawEvents decoder) {
        return (limit, deadline) -> {
            try (MongoCursor<RawBsonDocument> documents = collection
                    .find()
                    .sort(Sorts.ascending("_id"))
                    .batchSize(DOCUMENTS_AT_A_TIME)
                    .cursor()) {
                long read = 0;
                while (read < limit && System.nanoTime() < deadline && documents.hasNext()) {
                    read += decoder.decode(documents.next());
                }
                return read;
            }
        };
    }
}
