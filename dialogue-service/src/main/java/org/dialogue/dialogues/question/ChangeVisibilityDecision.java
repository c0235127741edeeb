package org.dialogue.dialogues.question;

import java.util.Optional;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.question.QuestionCommand.ChangeVisibility;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.RuleViolation;

/** Who may read a question changes by an event; the bodies that work on it may always read it. */
final class ChangeVisibilityDecision {

    private ChangeVisibilityDecision() {}

    /** {@return the change; empty if the command repeats what was done} */
    static Optional<QuestionVisibilityChanged> decide(
            QuestionState question, ChangeVisibility command, Directory directory) {
        Optional<QuestionVisibilityChanged> former = question.latest(QuestionVisibilityChanged.class);
        if (former.isPresent()
                && command.happenedAt()
                        .repeats(
                                former.get().visibility().equals(command.visibility())
                                        && former.get().reason().equals(command.reason()),
                                former.get().happenedAt())) {
            return Optional.empty();
        }
        Findings findings = new Findings();
        mustNameBodiesThatExist(command.visibility(), directory, findings);
        findings.refuseIfAny();
        if (command.visibility().equals(question.visibility())) {
            throw new RuleViolation("visibility-unchanged", "that is who may read it already");
        }
        QuestionVisibilityChanged change = new QuestionVisibilityChanged(
                command.questionId(),
                command.visibility(),
                command.reason(),
                command.happenedAt().notBefore(question.raised().happenedAt()));
        QuestionState then = QuestionState.after(question, change);
        question.slots().stream()
                .filter(AnswerSlot::isLive)
                .forEach(slot -> AssignQuestionDecision.mustBeAdmitted(then, slot.body()));
        return Optional.of(change);
    }

    static void mustNameBodiesThatExist(Visibility visibility, Directory directory, Findings findings) {
        for (int i = 0; i < visibility.bodies().size(); i++) {
            String field = "visibility.bodies[" + i + "]";
            BodyId body = visibility.bodies().get(i);
            findings.collect(() -> directory.bodyIn(field, body));
        }
    }
}
