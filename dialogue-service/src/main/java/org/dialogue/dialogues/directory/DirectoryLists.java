package org.dialogue.dialogues.directory;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.dialogues.listing.Listing;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The lists of the directory, a moment behind its entries. */
@Component
@ProcessingGroup("directory-lists")
public class DirectoryLists {

    private final Listing<AdministrativeUnitEvent, UnitEntry> units;
    private final Listing<AnsweringBodyEvent, BodyEntry> bodies;
    private final Listing<HigherAuthorityEvent, AuthorityEntry> authorities;

    DirectoryLists(MongoDatabase database) {
        ObjectMapper json = EventJson.mapper();
        units = new Listing<>(database.getCollection("unit_list"), json, UnitEntry.class, UnitEntry::after);
        bodies = new Listing<>(database.getCollection("body_list"), json, BodyEntry.class, BodyEntry::after);
        authorities = new Listing<>(
                database.getCollection("authority_list"), json, AuthorityEntry.class, AuthorityEntry::after);
    }

    /** {@return a page of the administrative units} */
    public Page<UnitEntry> units(@Nullable String cursor, int limit) {
        return units.page(cursor, limit);
    }

    /** {@return a page of the answering bodies} */
    public Page<BodyEntry> bodies(@Nullable String cursor, int limit) {
        return bodies.page(cursor, limit);
    }

    /** {@return a page of the higher authorities} */
    public Page<AuthorityEntry> authorities(@Nullable String cursor, int limit) {
        return authorities.page(cursor, limit);
    }

    @EventHandler
    void on(AdministrativeUnitEvent event, @SequenceNumber long sequence) {
        units.apply(event.unitId(), sequence, event);
    }

    @EventHandler
    void on(AnsweringBodyEvent event, @SequenceNumber long sequence) {
        bodies.apply(event.bodyId(), sequence, event);
    }

    @EventHandler
    void on(HigherAuthorityEvent event, @SequenceNumber long sequence) {
        authorities.apply(event.authorityId(), sequence, event);
    }
}
