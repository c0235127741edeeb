package org.dialogue.kit.projections;

import com.mongodb.client.MongoDatabase;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.dialogue.events.Identifier;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.projections.Documents.Change;
import org.dialogue.kit.projections.Documents.Kept;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A projection of the service's own aggregates. A document's version is the sequence of the last event in it, so that a
 * repeat and a missing event are both seen.
 *
 * @param <E> the family of events
 * @param <S> the entries
 */
public final class AggregateProjection<E, S> extends Projection<E, S> {

    private static final Logger LOG = LoggerFactory.getLogger(AggregateProjection.class);

    private final Supplier<OwnHistory> history;

    AggregateProjection(MongoDatabase database, ProjectionDefinition<E, S> definition, Supplier<OwnHistory> history) {
        super(database, definition);
        this.history = history;
    }

    /** Where the service's own events are read. */
    record OwnHistory(EventLedger ledger, LedgerEventReader reader, AggregateReaders aggregates) {}

    /**
     * Applies an event; does nothing if the document has seen it already.
     *
     * @param event the event
     * @param sequence its number among those of its aggregate, from 0
     * @throws IllegalStateException if an event before it is missing, to have it tried again
     */
    public void apply(E event, long sequence) {
        Identifier id = definition().id().apply(event);
        Function<@Nullable Kept<S>, @Nullable Change<S>> judge = before -> {
            if (before != null && !before.ours()) {
                // Left by an older build that runs beside this one: nothing in it can be relied on.
                return recomputed(id);
            }
            long seen = before == null ? -1 : before.version();
            if (sequence <= seen) {
                return null;
            }
            if (sequence != seen + 1) {
                throw new IllegalStateException(
                        "event %d of %s came to %s right after %d".formatted(sequence, id, name(), seen));
            }
            return new Change<>(folded(before, event), sequence, false);
        };
        if (sequence == 0) {
            documents().writeFirst(id.value(), judge);
        } else {
            documents().write(id.value(), judge);
        }
    }

    @Override
    public Rebuilt rebuild() {
        Set<String> before = documents().ids();
        Set<Identifier> aggregates = aggregates();
        int failed = 0;
        for (Identifier id : aggregates) {
            before.remove(id.value());
            try {
                rebuild(id);
            } catch (IllegalStateException | IllegalArgumentException unfoldable) {
                failed++;
                LOG.error("{} of {} cannot be folded", id, name(), unfoldable);
            }
        }
        before.forEach(documents()::remove);
        return new Rebuilt(aggregates.size() - failed, before.size(), failed);
    }

    private void rebuild(Identifier id) {
        documents().write(id.value(), before -> {
            Change<S> change = recomputed(id);
            while (before != null && before.ours() && before.version() > change.version()) {
                // Somebody has seen an event that came after we looked.
                change = recomputed(id);
            }
            return change;
        });
    }

    private Change<S> recomputed(Identifier id) {
        Versioned<S> recorded = history.get()
                .aggregates()
                .addUp(id, definition().family(), definition().fold())
                .orElseThrow(() -> new IllegalStateException("the ledger holds no event of " + id));
        return new Change<>(recorded.state(), recorded.version(), true);
    }

    private Set<Identifier> aggregates() {
        Set<String> seen = new HashSet<>();
        Set<Identifier> aggregates = new LinkedHashSet<>();
        try (Stream<RecordedEvent> all = history.get().ledger().readAfter(0)) {
            all.filter(recorded -> !seen.contains(recorded.event().aggregateId()))
                    .flatMap(recorded -> history.get().reader().read(recorded.event()).stream())
                    .filter(message -> definition().family().isAssignableFrom(message.getPayloadType()))
                    .forEach(message -> {
                        if (seen.add(message.getAggregateIdentifier())) {
                            aggregates.add(id(message));
                        }
                    });
        }
        return aggregates;
    }

    private Identifier id(DomainEventMessage<?> message) {
        return definition().id().apply(definition().family().cast(message.getPayload()));
    }
}
