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
                        ProgrammeState::after)
                .sortedBy("year", programme -> programme.announced().year())
                .sortedBy("stage", programme -> programme.stage().ordinal()));
    }

    /** {@return a page of the programmes; they have the fields {@code year} and {@code stage}, which counts from 0} */
    public Page<ProgrammeState> programmes(ListQuery query) {
        return programmes.page(query);
    }

    @EventHandler
    void on(ProgrammeEvent event, @SequenceNumber long sequence) {
        programmes.apply(event, sequence);
    }
}
