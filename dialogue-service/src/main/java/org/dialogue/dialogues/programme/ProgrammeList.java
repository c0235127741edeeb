package org.dialogue.dialogues.programme;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of programmes, a moment behind their own histories. */
@Component
@ProcessingGroup("programme-list")
public class ProgrammeList {

    private final AggregateProjection<ProgrammeEvent, ProgrammeState> programmes;

    ProgrammeList(Projections projections) {
        programmes = projections.ofAggregates(ProjectionDefinition.of(
                "programme_list",
                ProgrammeEvent.class,
                ProgrammeState.class,
                ProgrammeEvent::programmeId,
                ProgrammeState::after));
    }

    /** {@return a page of the programmes} */
    public Page<ProgrammeState> programmes(@Nullable String cursor, int limit) {
        return programmes.page(ListQuery.page(cursor, limit));
    }

    @EventHandler
    void on(ProgrammeEvent event, @SequenceNumber long sequence) {
        programmes.apply(event, sequence);
    }
}
