package org.dialogue.dialogues.directory;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lists of the directory, a moment behind its entries. */
@Component
@ProcessingGroup("directory-lists")
public class DirectoryLists {

    private final AggregateProjection<AdministrativeUnitEvent, UnitEntry> units;
    private final AggregateProjection<AnsweringBodyEvent, BodyEntry> bodies;
    private final AggregateProjection<HigherAuthorityEvent, AuthorityEntry> authorities;

    DirectoryLists(Projections projections) {
        units = projections.ofAggregates(ProjectionDefinition.of(
                "unit_list",
                AdministrativeUnitEvent.class,
                UnitEntry.class,
                AdministrativeUnitEvent::unitId,
                UnitEntry::after));
        bodies = projections.ofAggregates(ProjectionDefinition.of(
                "body_list", AnsweringBodyEvent.class, BodyEntry.class, AnsweringBodyEvent::bodyId, BodyEntry::after));
        authorities = projections.ofAggregates(ProjectionDefinition.of(
                "authority_list",
                HigherAuthorityEvent.class,
                AuthorityEntry.class,
                HigherAuthorityEvent::authorityId,
                AuthorityEntry::after));
    }

    /** {@return a page of the administrative units} */
    public Page<UnitEntry> units(@Nullable String cursor, int limit) {
        return units.page(ListQuery.page(cursor, limit));
    }

    /** {@return a page of the answering bodies} */
    public Page<BodyEntry> bodies(@Nullable String cursor, int limit) {
        return bodies.page(ListQuery.page(cursor, limit));
    }

    /** {@return a page of the higher authorities} */
    public Page<AuthorityEntry> authorities(@Nullable String cursor, int limit) {
        return authorities.page(ListQuery.page(cursor, limit));
    }

    @EventHandler
    void on(AdministrativeUnitEvent event, @SequenceNumber long sequence) {
        units.apply(event, sequence);
    }

    @EventHandler
    void on(AnsweringBodyEvent event, @SequenceNumber long sequence) {
        bodies.apply(event, sequence);
    }

    @EventHandler
    void on(HigherAuthorityEvent event, @SequenceNumber long sequence) {
        authorities.apply(event, sequence);
    }
}
