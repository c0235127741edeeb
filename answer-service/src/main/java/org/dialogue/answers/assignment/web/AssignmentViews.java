package org.dialogue.answers.assignment.web;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.dialogue.answers.assignment.AssignmentState;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.HostCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows assignments together with what is asked, as far as the reader may know it, and with their age. */
@Component
class AssignmentViews {

    private final ReferenceDataProjection knowledge;
    private final HostCalendar calendar;
    private final Clock clock;

    AssignmentViews(ReferenceDataProjection knowledge, HostCalendar calendar, Clock clock) {
        this.knowledge = knowledge;
        this.calendar = calendar;
        this.clock = clock;
    }

    ResponseEntity<AssignmentView> view(Versioned<AssignmentState> assignment, Actor reader) {
        AssignmentState state = assignment.state();
        return ResponseEntity.ok()
                .eTag(ETags.of(assignment.version()))
                .body(AssignmentView.of(state, ageDays(state), question(state, reader)));
    }

    ListedAssignment listed(AssignmentState state, Actor reader) {
        return ListedAssignment.of(state, ageDays(state), question(state, reader));
    }

    private long ageDays(AssignmentState state) {
        return ChronoUnit.DAYS.between(
                calendar.dayOf(state.opened().clockStartedAt()), calendar.dayOf(clock.instant()));
    }

    private @Nullable AssignedQuestion question(AssignmentState state, Actor reader) {
        return knowledge
                .question(state.opened().questionId())
                .filter(question -> question.mayBeReadBy(reader))
                .map(question -> AssignedQuestion.of(
                        question, number(question), lead(question, reader), followers(question, reader)))
                .orElse(null);
    }

    private @Nullable Long number(QuestionReference question) {
        OptionalLong number = knowledge.numberOf(question.questionId());
        return number.isPresent() ? number.getAsLong() : null;
    }

    private @Nullable QuestionId lead(QuestionReference question, Actor reader) {
        QuestionId lead = question.lead();
        return lead != null
                        && knowledge
                                .question(lead)
                                .filter(known -> known.mayBeReadBy(reader))
                                .isPresent()
                ? lead
                : null;
    }

    private List<QuestionId> followers(QuestionReference question, Actor reader) {
        return knowledge.followersOf(question.questionId()).stream()
                .filter(follower -> follower.mayBeReadBy(reader))
                .map(QuestionReference::questionId)
                .toList();
    }
}
