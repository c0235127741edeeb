package org.dialogue.dialogues.people;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.dialogues.listing.Listing;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of people, a moment behind their entries and without their names. */
@Component
@ProcessingGroup("people-list")
public class PeopleList {

    private final Listing<PersonEvent, PersonEntry> people;

    PeopleList(MongoDatabase database) {
        people = new Listing<>(
                database.getCollection("people_list"), EventJson.mapper(), PersonEntry.class, PersonEntry::after);
    }

    /** {@return a page of the people} */
    public Page<PersonEntry> people(@Nullable String cursor, int limit) {
        return people.page(cursor, limit);
    }

    @EventHandler
    void on(PersonEvent event, @SequenceNumber long sequence) {
        people.apply(event.personId(), sequence, event);
    }
}
