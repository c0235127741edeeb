package org.dialogue.ledger.axon;

import com.mongodb.MongoException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.common.AxonConfigurationException;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.dialogue.ledger.ConflictException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.LedgerException;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Stores Axon's events in an {@link EventLedger}. Keeps no snapshots: aggregates are loaded from their events, by one read,
 * and to store a snapshot is refused.
 *
 * <p>Tokens are {@link GlobalSequenceTrackingToken}s that hold a position of the ledger. Names and revisions come from
 * the event serializer, which should therefore write logical names, not class names. Payloads and metadata are stored
 * and handed on as the bytes the serializer made.
 *
 * <p>Events appended together are one commit, all or nothing. If another commit was faster, Axon's
 * {@code ConcurrencyException} says so, or {@code AggregateStreamCreationException} if it took the aggregate's first
 * sequence; any other failure surfaces as {@code EventStoreException}.
 */
public final class LedgerEventStorageEngine extends BatchingEventStorageEngine {

    private final EventLedger ledger;

    private LedgerEventStorageEngine(Builder builder) {
        super(builder);
        EventLedger required = builder.ledger;
        if (required == null) {
            throw new AxonConfigurationException("The engine needs its ledger");
        }
        this.ledger = required;
    }

    /** Starts to build an engine. The ledger and the event serializer are required. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        List<LedgerEvent> events = new ArrayList<>(messages.size());
        for (EventMessage<?> message : messages) {
            events.add(EventMessages.serialized(message, serializer));
        }
        try {
            ledger.append(events);
        } catch (ConflictException conflict) {
            handlePersistenceException(conflict, withId(conflict.eventId(), messages));
        } catch (LedgerException | MongoException failure) {
            handlePersistenceException(failure, messages.get(0));
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("This store keeps no snapshots; do not trigger any");
    }

    /** One stream of batches by the driver, where the superclass would ask anew for each batch. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return ledger.readNewsAfter(position(token)).map(LedgerEventData::tracked);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return ledger.readNewsAfter(position(lastToken), batchSize).stream()
                .map(LedgerEventData::tracked)
                .toList();
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        return ledger.readAggregate(aggregateIdentifier, firstSequenceNumber, batchSize).stream()
                .map(RecordedEvent::event)
                .map(LedgerEventData.OfAggregate::new)
                .toList();
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = ledger.lastSequenceOf(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return ledger.head() == 0 ? null : new GlobalSequenceTrackingToken(0);
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        long head = ledger.head();
        return head == 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Compares the events' own timestamps. If no event is that young, the token stands at the head.
     */
    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return ledger.head() == 0 ? null : new GlobalSequenceTrackingToken(ledger.positionBefore(dateTime));
    }

    private static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        if (token instanceof GlobalSequenceTrackingToken position) {
            return position.getGlobalIndex();
        }
        throw new IllegalArgumentException("A token of this store is a position, not " + token);
    }

    private static EventMessage<?> withId(String id, List<? extends EventMessage<?>> messages) {
        for (EventMessage<?> message : messages) {
            if (message.getIdentifier().equals(id)) {
                return message;
            }
        }
        throw new IllegalStateException("The ledger names an event that was not appended: " + id);
    }

    /** Settings of an engine. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private static final int DEFAULT_BATCH_SIZE = 1_000;

        private @Nullable EventLedger ledger;

        private Builder() {
            batchSize(DEFAULT_BATCH_SIZE);
            persistenceExceptionResolver(ConflictException.class::isInstance);
        }

        /** Where events are stored. */
        public Builder ledger(EventLedger ledger) {
            this.ledger = ledger;
            return this;
        }

        @Override
        public Builder eventSerializer(Serializer eventSerializer) {
            super.eventSerializer(eventSerializer);
            super.snapshotSerializer(eventSerializer);
            return this;
        }

        @Override
        public Builder upcasterChain(EventUpcaster upcasterChain) {
            super.upcasterChain(upcasterChain);
            return this;
        }

        /**
         * Makes the engine.
         *
         * @throws AxonConfigurationException if something required is missing
         */
        public LedgerEventStorageEngine build() {
            return new LedgerEventStorageEngine(this);
        }
    }
}
