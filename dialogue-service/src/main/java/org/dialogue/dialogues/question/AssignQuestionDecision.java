package org.dialogue.dialogues.question;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Plausible;
import org.dialogue.kit.rules.RuleViolation;

/**
 * Each assigned part has exactly one lead, any number of bodies beside it, and no body twice. A restricted question
 * goes only to bodies that may read it. What was concluded is assigned again only by reopening it.
 */
final class AssignQuestionDecision {

    private AssignQuestionDecision() {}

    /** {@return the shares to be opened; none if the command repeats what was done} */
    static List<QuestionAssigned> decide(
            QuestionState question,
            AssignQuestion command,
            AssignmentIds ids,
            Directory directory,
            HostCalendar calendar) {
        mustHaveDifferentIds(command.assignments());
        Instant at = command.happenedAt().notBefore(question.raised().happenedAt());
        List<QuestionAssigned> fresh = new ArrayList<>();
        Findings findings = new Findings();
        for (int i = 0; i < command.assignments().size(); i++) {
            String field = "assignments[" + i + "].";
            NewAssignment wanted = command.assignments().get(i);
            findings.collect(() -> mustHaveParts(question, wanted, field + "parts"));
            QuestionAssigned share = share(question, command, wanted, at);
            Optional<AnswerSlot> former = former(question, wanted, share);
            if (former.isPresent()) {
                mustBeRepeated(former.get(), share, command.happenedAt());
            } else {
                findings.collect(() -> directory.bodyIn(field + "body", wanted.body()));
                LocalDate due = wanted.due().date();
                Plausible.requireDueDay(field + "due.date", due, calendar.dayOf(at), findings);
                fresh.add(share);
            }
        }
        findings.refuseIfAny();
        if (!fresh.isEmpty()) {
            mustBeOpenForAssignment(question);
            fresh.forEach(share -> mustBeAdmitted(question, share.body()));
            question.partNumbers().forEach(part -> mustBeSharedProperly(question, fresh, part));
            fresh.forEach(share -> ids.reserve(share.assignmentId(), command.questionId()));
        }
        return fresh;
    }

    static void mustBeOpenForAssignment(QuestionState question) {
        if (question.status() == QuestionStatus.WITHDRAWN) {
            throw new RuleViolation("question-withdrawn", "nothing more is owed on a question that was taken back");
        }
        if (question.status() == QuestionStatus.CONCLUDED) {
            throw new RuleViolation(
                    "question-concluded.assigned", "a concluded question is assigned again only by reopening it");
        }
        GroupingPolicy.mustStandByItself(question);
    }

    static void mustBeAdmitted(QuestionState question, BodyId body) {
        Visibility visibility = question.visibility();
        if (visibility.kind() == Visibility.Kind.RESTRICTED
                && !visibility.bodies().contains(body)) {
            throw new RuleViolation(
                    "body-may-not-read", "the question is restricted, and not to " + body.value(), body.value());
        }
    }

    private static void mustHaveDifferentIds(List<NewAssignment> assignments) {
        Findings findings = new Findings();
        Set<AssignmentId> seen = new HashSet<>();
        for (int i = 0; i < assignments.size(); i++) {
            findings.require(
                    seen.add(assignments.get(i).assignmentId()),
                    "assignments[" + i + "].assignmentId",
                    "unique",
                    "two assignments have the same id");
        }
        findings.refuseIfAny();
    }

    private static void mustHaveParts(QuestionState question, NewAssignment wanted, String field) {
        for (int part : wanted.parts()) {
            if (!question.hasPart(part)) {
                throw new InvalidInput(field, "unknown-part", "the question has no part " + part, part);
            }
        }
    }

    private static QuestionAssigned share(
            QuestionState question, AssignQuestion command, NewAssignment wanted, Instant at) {
        List<Integer> parts = wanted.parts().isEmpty()
                ? question.partNumbers()
                : wanted.parts().stream().distinct().sorted().toList();
        return new QuestionAssigned(
                command.questionId(),
                question.programmeId(),
                wanted.assignmentId(),
                wanted.body(),
                wanted.role(),
                parts,
                wanted.due(),
                at,
                wanted.note(),
                at);
    }

    /** A share that the caller gave no id is known again by its content. */
    private static Optional<AnswerSlot> former(QuestionState question, NewAssignment wanted, QuestionAssigned share) {
        Optional<AnswerSlot> byId = question.slot(wanted.assignmentId());
        return byId.isPresent() || wanted.named()
                ? byId
                : question.slots().stream()
                        .filter(slot -> slot.takenOver() == null && slot.isLive() && isSame(slot, share))
                        .findFirst();
    }

    private static void mustBeRepeated(AnswerSlot slot, QuestionAssigned share, HappenedAt happenedAt) {
        Repeats.mustRepeat(happenedAt, isSame(slot, share), slot.openedAt(), "assignment", slot.assignmentId());
    }

    private static boolean isSame(AnswerSlot slot, QuestionAssigned share) {
        return slot.takenOver() == null
                && slot.body().equals(share.body())
                && slot.role() == share.role()
                && slot.parts().equals(share.parts())
                && slot.due().equals(share.due())
                && Objects.equals(slot.note(), share.note());
    }

    private static void mustBeSharedProperly(QuestionState question, List<QuestionAssigned> fresh, int part) {
        List<QuestionAssigned> added =
                fresh.stream().filter(share -> share.parts().contains(part)).toList();
        if (added.isEmpty()) {
            return;
        }
        if (question.conclusion(part).isPresent()) {
            throw new RuleViolation("part-concluded", "part " + part + " is assigned again only by reopening it", part);
        }
        long leads = Stream.concat(
                        question.slotsFor(part).map(AnswerSlot::role),
                        added.stream().map(QuestionAssigned::role))
                .filter(role -> role == AnsweringRole.LEAD)
                .count();
        if (leads != 1) {
            throw new RuleViolation(
                    "one-lead-for-each-part", "part " + part + " would have " + leads + " leading bodies", part, leads);
        }
        List<BodyId> bodies = Stream.concat(
                        question.slotsFor(part).map(AnswerSlot::body),
                        added.stream().map(QuestionAssigned::body))
                .toList();
        if (bodies.stream().distinct().count() != bodies.size()) {
            throw new RuleViolation("body-assigned-once", "a body would be asked twice to answer part " + part, part);
        }
    }
}
