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
                        UnitEntry::after)
                .sortedBy("kind", UnitEntry::kind)
                .filteredBy("parent", UnitEntry::parent));
        bodies = projections.ofAggregates(ProjectionDefinition.of(
                        "body_list",
                        AnsweringBodyEvent.class,
                        BodyEntry.class,
                        AnsweringBodyEvent::bodyId,
                        BodyEntry::after)
                .sortedBy("kind", BodyEntry::kind)
                .filteredBy("unit", BodyEntry::unit));
        authorities = projections.ofAggregates(ProjectionDefinition.of(
                "authority_list",
                HigherAuthorityEvent.class,
                AuthorityEntry.class,
                HigherAuthorityEvent::authorityId,
                AuthorityEntry::after));
    }

    /** {@return a page of the administrative units; they have the fields {@code kind} and {@code parent}} */
    public Page<UnitEntry> units(ListQuery query) {
        return units.page(query);
    }

    /** {@return a page of the answering bodies; they have the fields {@code kind} and {@code unit}} */
    public Page<BodyEntry> bodies(ListQuery query) {
        return bodies.page(query);
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
