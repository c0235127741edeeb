package org.dialogue.answers.assignment.web;

import java.util.List;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * What a body is asked, in the words that the question has today.
 *
 * @param number its running number in the programme where it was raised
 * @param programmeId the programme in which it is followed up
 * @param unit the commune concerned
 * @param asker who asks, by office
 * @param lead the question that leads it, if any and if the reader may know of it
 * @param followers the questions that it leads, as far as the reader may know of them: its answer serves them too
 */
record AssignedQuestion(
        QuestionId questionId,
        @Nullable Long number,
        ProgrammeId programmeId,
        Direction direction,
        String text,
        List<QuestionPart> parts,
        List<String> topics,
        UnitId unit,
        Asker asker,
        @Nullable QuestionId lead,
        List<QuestionId> followers) {

    /** Who asks, by office; names are told by dialogue-service to those who may know them. */
    record Asker(
            String office, @Nullable UnitId unit, @Nullable BodyId body) {}

    static AssignedQuestion of(
            QuestionReference question, @Nullable Long number, @Nullable QuestionId lead, List<QuestionId> followers) {
        return new AssignedQuestion(
                question.questionId(),
                number,
                question.programmeId(),
                question.direction(),
                question.text(),
                question.parts(),
                question.topics(),
                question.unit(),
                new Asker(
                        question.asker().office(),
                        question.asker().unit(),
                        question.asker().body()),
                lead,
                followers);
    }
}
