package org.dialogue.dialogues.people;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.springframework.stereotype.Component;

/** The list of people, a moment behind their entries and without their names. */
@Component
@ProcessingGroup("people-list")
public class PeopleList {

    private final AggregateProjection<PersonEvent, PersonEntry> people;

    PeopleList(Projections projections) {
        people = projections.ofAggregates(ProjectionDefinition.of(
                        "people_list", PersonEvent.class, PersonEntry.class, PersonEvent::personId, PersonEntry::after)
                .filteredBy("unit", entry -> entry.person().unit())
                .filteredBy("body", entry -> entry.person().body()));
    }

    /** {@return a page of the people; they have the fields {@code unit} and {@code body}} */
    public Page<PersonEntry> people(ListQuery query) {
        return people.page(query);
    }

    @EventHandler
    void on(PersonEvent event, @SequenceNumber long sequence) {
        people.apply(event, sequence);
    }
}
