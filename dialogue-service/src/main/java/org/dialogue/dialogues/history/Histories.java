package org.dialogue.dialogues.history;

import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.dialogue.events.Identifier;
import org.dialogue.kit.rules.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one aggregate from its own events: as fresh as the last command, whatever the views have seen. */
@Component
public class Histories {

    private final EventStore events;

    Histories(EventStore events) {
        this.events = events;
    }

    /**
     * Adds up an aggregate's events.
     *
     * @param id the aggregate
     * @param family the events of its kind
     * @param fold how they add up
     * @return the result, or empty if there is no such aggregate, or one of another kind
     */
    public <E, S> Optional<Recorded<S>> replay(Identifier id, Class<E> family, Fold<E, S> fold) {
        DomainEventStream stream = events.readEvents(id.value(), 0);
        @Nullable S state = null;
        while (stream.hasNext()) {
            Object event = stream.next().getPayload();
            if (!family.isInstance(event)) {
                return Optional.empty();
            }
            state = fold.after(state, family.cast(event));
        }
        Long version = stream.getLastSequenceNumber();
        return state == null || version == null ? Optional.empty() : Optional.of(new Recorded<>(state, version));
    }

    /**
     * Keeps an id from naming two things of different kinds: all aggregates of a ledger share one space of ids.
     *
     * @param id the id about to be given
     * @param family the events of the kind it is to name
     * @throws RuleViolation {@code id-taken} if it names something of another kind
     */
    public void mustNotNameAnotherKind(Identifier id, Class<?> family) {
        DomainEventStream stream = events.readEvents(id.value(), 0);
        if (stream.hasNext() && !family.isInstance(stream.next().getPayload())) {
            throw new RuleViolation("id-taken", "the id " + id.value() + " names something of another kind already");
        }
    }
}
