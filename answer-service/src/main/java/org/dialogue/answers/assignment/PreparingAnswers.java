package org.dialogue.answers.assignment;

import java.time.Instant;
import java.util.List;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.StaleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes the commands about answers with what their callers need not say: the draft's words and the people on record. */
@Component
public class PreparingAnswers {

    private final AssignmentReading assignments;
    private final Drafting drafting;
    private final AnsweringFor people;

    PreparingAnswers(AssignmentReading assignments, Drafting drafting, AnsweringFor people) {
        this.assignments = assignments;
        this.drafting = drafting;
        this.people = people;
    }

    /**
     * Clears the draft as it stands.
     *
     * @param draftVersion the version of the draft that the head has read, or null to clear whatever it says
     * @throws RuleViolation by the rule {@code something-drafted} if there is no draft
     * @throws StaleVersion if the draft has changed since
     */
    public ClearAnswer clearingDraft(
            Actor actor, AssignmentId id, AnswerId answerId, @Nullable Long draftVersion, Instant happenedAt) {
        Draft draft = drafting.current(assignments.onDeskOf(actor, id))
                .orElseThrow(() -> new RuleViolation("something-drafted", "there is no draft to clear"));
        if (draftVersion != null && draftVersion != draft.version()) {
            throw new StaleVersion(draftVersion);
        }
        return new ClearAnswer(id, answerId, draft.words(), people.acting(actor), happenedAt);
    }

    /** Clears the words given. */
    public ClearAnswer clearing(
            Actor actor, AssignmentId id, AnswerId answerId, List<PartAnswer> words, Instant happenedAt) {
        assignments.onDeskOf(actor, id);
        return new ClearAnswer(id, answerId, words, people.acting(actor), happenedAt);
    }

    /**
     * Publishes what was cleared.
     *
     * @param answeredBy who answers for the body, or null for its head
     */
    public PublishAnswer publishing(
            Actor actor,
            AssignmentId id,
            AnswerId answerId,
            @Nullable PersonId answeredBy,
            @Nullable SourceNote source,
            Instant happenedAt) {
        AssignmentState assignment = assignments.onDeskOf(actor, id);
        return new PublishAnswer(
                id, answerId, people.answering(assignment.opened().body(), answeredBy), source, happenedAt);
    }

    /** Corrects what was published. */
    public CorrectAnswer correcting(
            Actor actor,
            AssignmentId id,
            AnswerId answerId,
            List<PartAnswer> parts,
            String reason,
            Instant happenedAt) {
        assignments.onDeskOf(actor, id);
        return new CorrectAnswer(id, answerId, parts, reason, people.acting(actor), happenedAt);
    }
}
