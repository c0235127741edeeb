package org.dialogue.dialogues.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a question waits for; different parts of it may wait for different things. */
public enum Awaiting {
    /** The secretariat assigns a part, or passes on what a body handed back. */
    ASSIGNMENT,
    /** A body answers. */
    ANSWER,
    /** The chair concludes. */
    CONCLUSION,
    /** Nobody owes anything: it is concluded, was taken back, or follows a lead. */
    NOTHING;

    /** {@return what the question waits for; at least one} */
    public static Set<Awaiting> of(QuestionState question) {
        Set<Awaiting> steps = EnumSet.noneOf(Awaiting.class);
        if (question.status() != QuestionStatus.WITHDRAWN && question.lead() == null) {
            question.partNumbers().forEach(part -> steps.addAll(of(question, part)));
        }
        return steps.isEmpty() ? EnumSet.of(NOTHING) : steps;
    }

    private static Set<Awaiting> of(QuestionState question, int part) {
        List<AnswerSlot.Standing> standings = question.slotsFor(part)
                .flatMap(slot -> slot.standing(part).stream())
                .toList();
        if (standings.isEmpty()) {
            return EnumSet.of(ASSIGNMENT);
        }
        Set<Awaiting> steps = EnumSet.noneOf(Awaiting.class);
        if (standings.contains(AnswerSlot.Standing.RETURNED)) {
            steps.add(ASSIGNMENT);
        }
        if (standings.contains(AnswerSlot.Standing.DUE)) {
            steps.add(ANSWER);
        }
        if (steps.isEmpty() && question.conclusion(part).isEmpty()) {
            steps.add(CONCLUSION);
        }
        return steps;
    }
}
