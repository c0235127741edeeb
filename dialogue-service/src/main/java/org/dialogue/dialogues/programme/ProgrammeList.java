package org.dialogue.dialogues.programme;

import com.mongodb.client.MongoDatabase;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.dialogues.listing.Listing;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.kit.events.EventJson;
import org.dialogue.kit.paging.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of programmes, a moment behind their own histories. */
@Component
@ProcessingGroup("programme-list")
public class ProgrammeList {

    private final Listing<ProgrammeEvent, ProgrammeState> programmes;

    ProgrammeList(MongoDatabase database) {
        programmes = new Listing<>(
                database.getCollection("programme_list"),
                EventJson.mapper(),
                ProgrammeState.class,
                ProgrammeState::after);
    }

    /** {@return a page of the programmes} */
    public Page<ProgrammeState> programmes(@Nullable String cursor, int limit) {
        return programmes.page(cursor, limit);
    }

    @EventHandler
    void on(ProgrammeEvent event, @SequenceNumber long sequence) {
        programmes.apply(event.programmeId(), sequence, event);
    }
}
