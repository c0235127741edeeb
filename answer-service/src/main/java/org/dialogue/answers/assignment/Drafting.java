package org.dialogue.answers.assignment;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.NotFound;
import org.springframework.stereotype.Component;

/** Working on an answer until the head clears it. */
@Component
public class Drafting {

    private final AssignmentReading assignments;
    private final Drafts drafts;
    private final Clock clock;

    Drafting(AssignmentReading assignments, Drafts drafts, Clock clock) {
        this.assignments = assignments;
        this.drafts = drafts;
        this.clock = clock;
    }

    /**
     * Shows the draft to those who work on it.
     *
     * @throws NotFound if there is none for what is owed now
     */
    public Draft show(AssignmentId id, Actor actor) {
        AssignmentState assignment = assignments.onDeskOf(actor, id).state();
        return current(assignment).orElseThrow(() -> new NotFound("draft of assignment", id.value()));
    }

    /**
     * Saves a draft in place of the former one.
     *
     * @param expected the version that the writer has seen, if that is a condition
     */
    public Draft save(AssignmentId id, Actor actor, OptionalLong expected, List<DraftPart> parts) {
        AssignmentState assignment = assignments.onDeskOf(actor, id).state();
        AssignmentRule.requireWorkedOn(assignment);
        AnswerParts.check(
                parts.stream().map(DraftPart::part).toList(),
                part -> assignment.standing(part).isPresent(),
                List.of());
        return drafts.save(id, expected, assignment.round(), parts, clock.instant(), actor.subject());
    }

    Optional<Draft> current(AssignmentState assignment) {
        return drafts.find(assignment.opened().assignmentId()).filter(draft -> draft.round() == assignment.round());
    }
}
