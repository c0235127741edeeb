package org.dialogue.dialogues.question.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dialogue.dialogues.question.Awaiting;
import org.dialogue.dialogues.question.QuestionStatus;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A question in a list.
 *
 * @param number its running number in the programme where it was raised
 * @param programmeId the programme in which it is followed up
 * @param status where it stands; with a lead, where that stands
 * @param awaiting what it waits for
 * @param bodies the bodies that have a share in it
 * @param lead the question that leads its group
 */
record ListedQuestion(
        QuestionId questionId,
        @Nullable Long number,
        ProgrammeId programmeId,
        QuestionStatus status,
        Set<Awaiting> awaiting,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<QuestionPart> parts,
        List<String> topics,
        Visibility visibility,
        List<BodyId> bodies,
        @Nullable QuestionId lead,
        Instant happenedAt) {}
