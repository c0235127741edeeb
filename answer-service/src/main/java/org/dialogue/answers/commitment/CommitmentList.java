package org.dialogue.answers.commitment;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.answers.edge.VisiblePages;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.springframework.stereotype.Component;

/** All commitments, those that have ended included, folded by the same fold that the aggregate decides on. */
@Component
@ProcessingGroup("commitment-list")
public class CommitmentList {

    /** Where it stands. */
    public static final String STATUS = "status";

    /** The programme in which it is followed up. */
    public static final String PROGRAMME = "programme";

    /** The bodies that bear it. */
    public static final String BODY = "body";

    /** The questions it follows from. */
    public static final String QUESTION = "question";

    /** Until which day; to be sorted by. */
    public static final String DUE = "due";

    /** When it was promised; to be sorted by. */
    public static final String HAPPENED_AT = "happenedAt";

    private final AggregateProjection<CommitmentEvent, CommitmentState> commitments;
    private final CommitmentReading reading;

    CommitmentList(Projections projections, CommitmentReading reading) {
        this.reading = reading;
        commitments = projections.ofAggregates(ProjectionDefinition.of(
                        "commitments",
                        CommitmentEvent.class,
                        CommitmentState.class,
                        CommitmentEvent::commitmentId,
                        CommitmentState::after)
                .filteredBy(STATUS, CommitmentState::status)
                .filteredBy(PROGRAMME, CommitmentState::programmeId)
                .filteredBy(BODY, state -> state.committed().bodies())
                .filteredBy(
                        QUESTION,
                        state -> state.committed().subjects().stream()
                                .map(QuestionParts::question)
                                .toList())
                .sortedBy(DUE, state -> state.committed().due().date())
                .sortedBy(HAPPENED_AT, state -> state.committed().happenedAt()));
    }

    /** {@return a page of the commitments that the reader may know of, by the fields named here} */
    public Page<CommitmentState> page(ListQuery query, Actor reader) {
        return VisiblePages.of(
                (cursor, limit) -> commitments.page(query.at(cursor, limit)),
                query.cursor(),
                query.limit(),
                state -> reading.mayRead(state, reader));
    }

    @EventHandler
    void on(CommitmentEvent event, @SequenceNumber long sequence) {
        commitments.apply(event, sequence);
    }
}
