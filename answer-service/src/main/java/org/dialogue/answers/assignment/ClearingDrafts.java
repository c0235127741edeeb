package org.dialogue.answers.assignment;

import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the words that are to be cleared from the draft. */
@Component
public class ClearingDrafts {

    private final AssignmentReading assignments;
    private final Drafting drafting;

    ClearingDrafts(AssignmentReading assignments, Drafting drafting) {
        this.assignments = assignments;
        this.drafting = drafting;
    }

    /**
     * Clears the draft as it stands.
     *
     * @param givenId whether the caller chose the answer's id
     * @param draftVersion the version of the draft that the head has read, or null to clear whatever it says
     * @throws RuleViolation by the rule {@code something-drafted} if there is no draft
     * @throws StaleVersion if the draft has changed since
     */
    public ClearAnswer clearing(
            Actor actor,
            AssignmentId id,
            AnswerId answerId,
            boolean givenId,
            @Nullable Long draftVersion,
            HappenedAt happenedAt) {
        Draft draft = drafting.current(assignments.onDeskOf(actor, id).state())
                .orElseThrow(() -> new RuleViolation("something-drafted", "there is no draft to clear"));
        if (draftVersion != null && draftVersion != draft.version()) {
            throw new StaleVersion(draftVersion);
        }
        return new ClearAnswer(id, answerId, givenId, draft.words(), happenedAt);
    }
}
