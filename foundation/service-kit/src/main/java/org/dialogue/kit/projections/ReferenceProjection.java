package org.dialogue.kit.projections;

import com.mongodb.client.MongoDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.dialogue.events.Identifier;
import org.dialogue.kit.consuming.ReceivedEvent;
import org.dialogue.kit.consuming.TopicHistory;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.projections.Documents.Change;
import org.dialogue.kit.projections.Documents.Kept;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service knows of another service's aggregates. A document's version is the position, in that service's ledger,
 * of the last event in it: this service may not know every event of an aggregate, so it cannot count them. One service
 * tells of one family of events.
 *
 * @param <E> the family of events
 * @param <S> the entries
 */
public final class ReferenceProjection<E, S> extends Projection<E, S> {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProjection.class);

    private final Supplier<ReceivedHistory> history;
    private final ProjectionFormats formats;
    private volatile boolean current;

    ReferenceProjection(
            MongoDatabase database,
            ProjectionDefinition<E, S> definition,
            Supplier<ReceivedHistory> history,
            ProjectionFormats formats) {
        super(database, definition);
        this.history = history;
        this.formats = formats;
    }

    /** Where the other services' events are read again. */
    record ReceivedHistory(TopicHistory topics, LedgerEventReader reader) {}

    /** What the events of one aggregate have added up to so far. */
    private record Sum<S>(String id, S entry, long position) {}

    /**
     * Applies an event; does nothing if the document has seen it, or a later one, already.
     *
     * @param event the event
     * @param origin where it was recorded, as an {@code Origin} parameter of an event handler tells
     */
    public void apply(E event, Origin origin) {
        makeCurrent();
        documents().write(definition().id().apply(event).value(), judge(event, origin));
    }

    /** The same for an event with which its aggregate begins: that nothing is there yet is tried before it is looked up. */
    public void applyFirst(E event, Origin origin) {
        makeCurrent();
        documents().writeFirst(definition().id().apply(event).value(), judge(event, origin));
    }

    private Function<@Nullable Kept<S>, @Nullable Change<S>> judge(E event, Origin origin) {
        return before -> {
            if (before != null && !before.ours()) {
                throw new IllegalStateException("%s of %s was written by an older build: rebuild it"
                        .formatted(definition().id().apply(event).value(), name()));
            }
            return before != null && origin.position() <= before.version()
                    ? null
                    : new Change<>(folded(before, event), origin.position(), false);
        };
    }

    /**
     * The place of an entry among others, in the order in which the other service recorded the last event in each: if there is
     * one event for each entry, that is the order of these events.
     *
     * @param id of which entry
     * @param among which others count; the entry itself must meet it too
     * @return its place from 1; empty if there is no such entry
     */
    public OptionalLong rank(Identifier id, ListQuery.Condition among) {
        return documents().rank(id.value(), among);
    }

    /** Rebuilds the documents if an older build left them; does nothing from then on. */
    void makeCurrent() {
        if (current) {
            return;
        }
        synchronized (this) {
            if (!formats.isCurrent(definition())) {
                LOG.info("{} is rebuilt in its new format: {}", name(), rebuild());
            }
            current = true;
        }
    }

    @Override
    public Rebuilt rebuild() {
        Set<String> before = documents().ids();
        Set<String> stuck = new HashSet<>();
        Map<String, Sum<S>> sums = replayed(stuck);
        Set<String> overtaken = rewrite(sums.values());
        while (!overtaken.isEmpty()) {
            // Somebody has seen later events meanwhile, so the topic holds them now.
            Set<String> again = overtaken;
            sums = replayed(stuck);
            overtaken = rewrite(sums.values().stream()
                    .filter(sum -> again.contains(sum.id()))
                    .toList());
        }
        sums.values().forEach(sum -> before.remove(sum.id()));
        before.forEach(documents()::remove);
        formats.setCurrent(definition());
        return new Rebuilt(sums.size(), before.size(), stuck.size());
    }

    /** What the topics add up to, by aggregate; those whose events cannot be folded further are not to be waited for. */
    private Map<String, Sum<S>> replayed(Set<String> stuck) {
        Map<String, Sum<S>> sums = new HashMap<>();
        stuck.clear();
        history.get().topics().replay(received -> {
            String aggregate = received.event().aggregateId();
            if (stuck.contains(aggregate)) {
                return;
            }
            try {
                add(received, sums);
            } catch (RuntimeException unfoldable) {
                stuck.add(aggregate);
                LOG.error("{} of {} cannot be folded", aggregate, name(), unfoldable);
            }
        });
        return sums;
    }

    private void add(ReceivedEvent received, Map<String, Sum<S>> sums) {
        for (DomainEventMessage<?> message : history.get().reader().read(received.event())) {
            if (definition().family().isAssignableFrom(message.getPayloadType())) {
                E event = definition().family().cast(message.getPayload());
                Sum<S> sum = sums.get(received.event().aggregateId());
                S entry = definition().fold().after(sum == null ? null : sum.entry(), event);
                String id = definition().id().apply(event).value();
                sums.put(received.event().aggregateId(), new Sum<>(id, entry, received.position()));
            }
        }
    }

    /** Writes what was added up, and answers which documents are ahead of it. */
    private Set<String> rewrite(Collection<Sum<S>> sums) {
        Set<String> overtaken = new HashSet<>();
        for (Sum<S> sum : sums) {
            documents().write(sum.id(), before -> {
                boolean ahead = before != null && before.ours() && before.version() > sum.position();
                if (ahead) {
                    overtaken.add(sum.id());
                    return null;
                }
                return new Change<>(sum.entry(), sum.position(), true);
            });
        }
        return overtaken;
    }
}
