package org.dialogue.answers.assignment.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.dialogue.answers.assignment.AnswerOnRecord;
import org.dialogue.answers.assignment.AssignmentReading;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.web.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The published answers, for whoever may read the question: the asker, and the other bodies that were asked. */
@RestController
class QuestionAnswersController {

    private final AssignmentReading assignments;
    private final ReferenceDataProjection knowledge;
    private final RequestContext edge;

    QuestionAnswersController(AssignmentReading assignments, ReferenceDataProjection knowledge, RequestContext edge) {
        this.assignments = assignments;
        this.knowledge = knowledge;
        this.edge = edge;
    }

    /** All on one page: a question has few. */
    @GetMapping("/api/questions/{id}/answers")
    Page<PublishedAnswer> listAnswers(@PathVariable QuestionId id) {
        knowledge
                .question(id)
                .filter(question -> question.mayBeReadBy(edge.caller()))
                .orElseThrow(() -> new NotFound("question", id.value()));
        List<PublishedAnswer> answers = assignments.ofQuestion(id).stream()
                .flatMap(assignment -> assignment.answers().stream())
                .map(PublishedAnswer::of)
                .sorted(Comparator.comparing(PublishedAnswer::publishedAt))
                .toList();
        return new Page<>(answers, null);
    }

    /**
     * What a body has answered: the original words, and beside them every correction.
     *
     * @param publishedAt when it was published
     */
    record PublishedAnswer(
            AnswerId answerId,
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            List<PartAnswer> parts,
            PersonReference answeredBy,
            @Nullable SourceNote source,
            Instant publishedAt,
            List<AnswerCorrected> corrections) {

        static PublishedAnswer of(AnswerOnRecord answer) {
            return new PublishedAnswer(
                    answer.published().answerId(),
                    answer.published().assignmentId(),
                    answer.published().body(),
                    answer.published().role(),
                    answer.published().parts(),
                    answer.published().answeredBy(),
                    answer.published().source(),
                    answer.published().happenedAt(),
                    answer.corrections());
        }
    }
}
