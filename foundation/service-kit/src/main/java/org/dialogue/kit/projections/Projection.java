package org.dialogue.kit.projections;

import com.mongodb.client.MongoDatabase;
import java.util.Optional;
import org.dialogue.events.Identifier;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;

/**
 * Documents folded from events, one for each aggregate of a kind. Written only forward, whatever instance writes and
 * however long it was paused in between; made by {@link Projections}.
 *
 * @param <E> the family of events
 * @param <S> the entries
 */
public abstract sealed class Projection<E, S> permits AggregateProjection, ReferenceProjection {

    private final ProjectionDefinition<E, S> definition;
    private final Documents<S> documents;

    Projection(MongoDatabase database, ProjectionDefinition<E, S> definition) {
        this.definition = definition;
        this.documents = new Documents<>(database, definition);
    }

    /** {@return the entry of an aggregate, a moment behind its events} */
    public Optional<S> find(Identifier id) {
        return documents.find(id.value());
    }

    /**
     * Lists entries.
     *
     * @throws org.dialogue.kit.rules.InvalidInput if limit, sort or cursor make no sense
     * @throws IllegalArgumentException if the filter names a field that is not kept
     */
    public Page<S> page(ListQuery query) {
        return documents.page(query);
    }

    /**
     * Computes every document anew from the events, whatever is stored, while it is read and written on. May be done by
     * several instances at once.
     */
    public abstract Rebuilt rebuild();

    /**
     * What came of a rebuild.
     *
     * @param documents how many were computed anew
     * @param removed how many were none of any aggregate's
     * @param failed how many could not be folded to their last event; they stay as they were, or as far as they got
     */
    public record Rebuilt(int documents, int removed, int failed) {}

    final ProjectionDefinition<E, S> definition() {
        return definition;
    }

    final Documents<S> documents() {
        return documents;
    }

    final String name() {
        return definition.collection();
    }

    final S folded(Documents.@Nullable Kept<S> before, E event) {
        return definition.fold().after(before == null ? null : before.entry().get(), event);
    }
}
