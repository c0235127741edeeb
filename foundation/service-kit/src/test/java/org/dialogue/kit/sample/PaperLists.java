package org.dialogue.kit.sample;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A list of the service's own aggregates. */
@Component
@ProcessingGroup("paper-list")
public class PaperLists {

    public record ListedPaper(String id, String reason, Instant at, int changes) {

        public static ListedPaper after(@Nullable ListedPaper before, QuestionEvent event) {
            QuestionWithdrawn paper = (QuestionWithdrawn) event;
            return new ListedPaper(
                    paper.questionId().value(),
                    paper.reason(),
                    paper.happenedAt(),
                    before == null ? 0 : before.changes() + 1);
        }
    }

    public static final ProjectionDefinition<QuestionEvent, ListedPaper> PAPERS = ProjectionDefinition.of(
                    "paper_list", QuestionEvent.class, ListedPaper.class, QuestionEvent::questionId, ListedPaper::after)
            .sortedBy("reason", ListedPaper::reason);

    public final AggregateProjection<QuestionEvent, ListedPaper> papers;

    PaperLists(Projections projections) {
        papers = projections.ofAggregates(PAPERS);
    }

    @EventHandler
    void on(QuestionWithdrawn event, @SequenceNumber long sequence) {
        papers.apply(event, sequence);
    }
}
