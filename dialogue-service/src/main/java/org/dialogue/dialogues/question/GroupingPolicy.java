package org.dialogue.dialogues.question;

import java.util.Collection;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.RuleViolation;

/**
 * One answer and one conclusion serve a group: those of its lead. So there are no chains, what follows owes and is owed
 * nothing by itself, and whoever may read what follows may read its lead.
 */
final class GroupingPolicy {

    private GroupingPolicy() {}

    /**
     * Insists that a question can be put under a lead.
     *
     * @param ledByIt what the question leads itself
     */
    static void mustFit(
            QuestionState follower, Collection<QuestionId> ledByIt, QuestionState lead, GroupQuestion command) {
        if (follower.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "the question was taken back");
        }
        if (follower.lead() != null) {
            throw new RuleViolation(
                    "question-grouped",
                    "the question is led by " + follower.lead().value() + " already",
                    follower.lead().value());
        }
        if (!ledByIt.isEmpty()) {
            throw new RuleViolation("question-leads", "the question leads others itself; let them go first");
        }
        if (follower.slots().stream().anyMatch(AnswerSlot::isLive)) {
            throw new RuleViolation("question-assigned", "only a question that is not assigned yet can be led");
        }
        if (!lead.programmeId().equals(follower.programmeId())) {
            throw new RuleViolation("lead-of-other-programme", "questions are grouped within their programme");
        }
        if (lead.lead() != null) {
            throw new RuleViolation(
                    "lead-is-led",
                    command.lead().value() + " is led by " + lead.lead().value() + " itself",
                    command.lead().value(),
                    lead.lead().value());
        }
        if (lead.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation(
                    "lead-withdrawn",
                    command.lead().value() + " was taken back and leads nothing",
                    command.lead().value());
        }
        if (lead.status() == QuestionStatus.CONCLUDED) {
            throw new RuleViolation(
                    "lead-concluded",
                    command.lead().value() + " was concluded without what would follow it now",
                    command.lead().value());
        }
        mustReach(lead, follower);
    }

    /** Insists that whoever may read what follows may read its lead. */
    static void mustReach(QuestionState lead, QuestionState follower) {
        boolean reaches = ReadingPolicy.reachesReadersOf(
                lead.visibility(),
                lead.raised().asker().id(),
                follower.visibility(),
                follower.raised().asker().id());
        if (!reaches) {
            throw new RuleViolation(
                    "lead-less-readable", "not everybody who may read what follows could read what leads it");
        }
    }

    /** Insists that a question is not led, as what happens to a group happens to its lead. */
    static void mustStandByItself(QuestionState question) {
        if (question.lead() != null) {
            throw new RuleViolation(
                    "question-grouped.served", "the question is answered and concluded with the one that leads it");
        }
    }
}
