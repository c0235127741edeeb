package org.dialogue.answers.assignment;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All assignments, to be listed, folded by the same fold that the aggregate decides on. */
@Component
@ProcessingGroup("assignment-list")
public class AssignmentList {

    private static final String BODY = "body";
    private static final String STATUS = "status";

    private final AggregateProjection<AssignmentEvent, AssignmentState> assignments;

    AssignmentList(Projections projections) {
        assignments = projections.ofAggregates(ProjectionDefinition.of(
                        "assignments",
                        AssignmentEvent.class,
                        AssignmentState.class,
                        AssignmentEvent::assignmentId,
                        AssignmentState::after)
                .filteredBy(BODY, state -> state.opened().body())
                .filteredBy(STATUS, AssignmentState::status));
    }

    /**
     * Lists assignments in the order of their ids.
     *
     * @param body only of this body, or null for all
     * @param status only those that stand here, or null for all
     * @param cursor where the page before ended, or null to begin
     * @param limit how many at most
     */
    public Page<ListedAssignment> page(
            @Nullable BodyId body, @Nullable AssignmentStatus status, @Nullable String cursor, int limit) {
        return assignments
                .page(ListQuery.page(cursor, limit).where(BODY, body).where(STATUS, status))
                .map(ListedAssignment::of);
    }

    @EventHandler
    void on(AssignmentEvent event, @SequenceNumber long sequence) {
        assignments.apply(event, sequence);
    }
}
