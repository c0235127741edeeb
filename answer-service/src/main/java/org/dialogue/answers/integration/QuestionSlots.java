package org.dialogue.answers.integration;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.dialogue.kit.projections.ReferenceProjection;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the policies need to know of a question: which assignments belong to it, and what it knew of their answers when it
 * was reopened. Written before the commands it serves; it goes only forward, so that a repeated event finds it as it was
 * after the newest one.
 */
@Component
@Inbound
@ProcessingGroup("assignments")
class QuestionSlots {

    private final ReferenceProjection<QuestionEvent, Slots> questions;

    QuestionSlots(Projections projections) {
        questions = projections.ofReferences(ProjectionDefinition.of(
                "slots_of_questions", QuestionEvent.class, Slots.class, QuestionEvent::questionId, Slots::after));
    }

    @EventHandler
    void on(QuestionEvent event, Origin origin) {
        // Most questions that are raised wait for their first slot; there is nothing to keep yet.
        if (!(event instanceof QuestionRaised)) {
            questions.apply(event, origin);
        }
    }

    /** {@return the question's slots after an event, whether or not this service has taken it into account yet} */
    Slots after(QuestionEvent event, Origin origin) {
        questions.apply(event, origin);
        return questions
                .find(event.questionId())
                .orElseThrow(() -> new IllegalStateException("nothing is kept of " + event.questionId()));
    }

    /**
     * The slots of one question.
     *
     * @param slots in the order in which they were given
     * @param round the last reopening; 0 before the first
     * @param withdrawn whether the question is withdrawn now
     */
    record Slots(List<Slot> slots, int round, boolean withdrawn) {

        static Slots after(@Nullable Slots before, QuestionEvent event) {
            Slots known = before == null ? new Slots(List.of(), 0, false) : before;
            if (event instanceof QuestionAssigned assigned) {
                return known.with(assigned.assignmentId(), slot -> slot);
            } else if (event instanceof AssignmentTransferred transferred) {
                return known.with(transferred.assignmentId(), slot -> slot);
            } else if (event instanceof AnswerNoted noted) {
                return known.with(noted.assignmentId(), slot -> slot.noted(noted.answerId(), known.round));
            } else if (event instanceof QuestionReopened reopened) {
                return new Slots(known.slots, reopened.round(), known.withdrawn);
            } else if (event instanceof QuestionWithdrawn) {
                return new Slots(known.slots, known.round, true);
            }
            return event instanceof QuestionWithdrawalCorrected corrected
                    ? new Slots(known.slots, known.round, corrected.withdrawn())
                    : known;
        }

        List<AssignmentId> assignments() {
            return slots.stream().map(Slot::assignment).toList();
        }

        /** {@return the answers of an assignment that had been noted when the question was reopened for the given time} */
        List<AnswerId> notedBefore(int reopening, AssignmentId assignment) {
            return slots.stream()
                    .filter(slot -> slot.assignment().equals(assignment))
                    .flatMap(slot -> slot.answers().stream())
                    .filter(noted -> noted.round() < reopening)
                    .map(Slot.Noted::answer)
                    .toList();
        }

        private Slots with(AssignmentId assignment, UnaryOperator<Slot> change) {
            boolean known = slots.stream().anyMatch(slot -> slot.assignment().equals(assignment));
            Stream<Slot> all =
                    known ? slots.stream() : Stream.concat(slots.stream(), Stream.of(new Slot(assignment, List.of())));
            return new Slots(
                    all.map(slot -> slot.assignment().equals(assignment) ? change.apply(slot) : slot)
                            .toList(),
                    round,
                    withdrawn);
        }
    }

    /**
     * One body's slot.
     *
     * @param answers the answers that reached the question
     */
    record Slot(AssignmentId assignment, List<Noted> answers) {

        /**
         * An answer that reached the question.
         *
         * @param round after which reopening of the question; 0 before the first
         */
        record Noted(AnswerId answer, int round) {}

        private Slot noted(AnswerId answer, int round) {
            boolean known = answers.stream().anyMatch(noted -> noted.answer().equals(answer));
            return known
                    ? this
                    : new Slot(
                            assignment,
                            Stream.concat(answers.stream(), Stream.of(new Noted(answer, round)))
                                    .toList());
        }
    }
}
