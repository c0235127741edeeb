package org.dialogue.answers.assignment;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.springframework.stereotype.Component;

/** All assignments, to be listed, folded by the same fold that the aggregate decides on. */
@Component
@ProcessingGroup("assignment-list")
public class AssignmentList {

    /** The body whose assignment it is. */
    public static final String BODY = "body";

    /** Where it stands. */
    public static final String STATUS = "status";

    /** The question it is a share of. */
    public static final String QUESTION = "question";

    /** Since when the answer is owed; to be sorted by. */
    public static final String CLOCK_STARTED_AT = "clockStartedAt";

    /** Until which day; to be sorted by. */
    public static final String DUE = "due";

    private final AggregateProjection<AssignmentEvent, AssignmentState> assignments;

    AssignmentList(Projections projections) {
        assignments = projections.ofAggregates(ProjectionDefinition.of(
                        "assignments",
                        AssignmentEvent.class,
                        AssignmentState.class,
                        AssignmentEvent::assignmentId,
                        AssignmentState::after)
                .inFormat(2)
                .filteredBy(BODY, state -> state.opened().body())
                .filteredBy(STATUS, AssignmentState::status)
                .filteredBy(QUESTION, state -> state.opened().questionId())
                .sortedBy(CLOCK_STARTED_AT, state -> state.opened().clockStartedAt())
                .sortedBy(DUE, state -> state.opened().due().date()));
    }

    /** {@return a page of assignments, by the fields named here} */
    public Page<AssignmentState> page(ListQuery query) {
        return assignments.page(query);
    }

    @EventHandler
    void on(AssignmentEvent event, @SequenceNumber long sequence) {
        assignments.apply(event, sequence);
    }
}
