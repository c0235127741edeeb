package org.dialogue.answers.reference;

import java.time.Instant;
import java.util.List;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A question, as far as this service has heard: with the words, the visibility and the programme that it has today.
 *
 * @param programmeId the programme in which it is followed up
 * @param raisedAt when it was raised
 * @param lead the question that leads it, if any; the lead's answer serves both
 */
public record QuestionReference(
        QuestionId questionId,
        ProgrammeId programmeId,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<QuestionPart> parts,
        List<String> topics,
        Visibility visibility,
        Instant raisedAt,
        @Nullable QuestionId lead) {

    static QuestionReference after(@Nullable QuestionReference before, QuestionEvent event) {
        if (event instanceof QuestionRaised raised) {
            return new QuestionReference(
                    raised.questionId(),
                    raised.programmeId(),
                    raised.direction(),
                    raised.asker(),
                    raised.unit(),
                    raised.text(),
                    raised.parts(),
                    raised.topics(),
                    raised.visibility(),
                    raised.happenedAt(),
                    null);
        }
        if (before == null) {
            throw new IllegalStateException(
                    event.questionId() + " was not heard of before: its events are out of order");
        }
        if (event instanceof QuestionCorrected corrected) {
            return before.corrected(corrected);
        } else if (event instanceof QuestionVisibilityChanged changed) {
            return before.with(before.programmeId, changed.visibility(), before.lead);
        } else if (event instanceof QuestionCarriedOver carried) {
            return before.with(carried.programmeId(), before.visibility, before.lead);
        } else if (event instanceof QuestionGrouped grouped) {
            return before.with(before.programmeId, before.visibility, grouped.lead());
        }
        return event instanceof QuestionUngrouped ? before.with(before.programmeId, before.visibility, null) : before;
    }

    /** {@return whether the reader may know that the question exists} */
    public boolean mayBeReadBy(Actor reader) {
        return ReadingPolicy.mayReadQuestion(reader, visibility, asker.id());
    }

    /** {@return whether the question has a part of this number} */
    public boolean hasPart(int number) {
        return parts.stream().anyMatch(part -> part.number() == number);
    }

    private QuestionReference corrected(QuestionCorrected correction) {
        List<QuestionPart> right = parts.stream()
                .map(part -> correction.parts().stream()
                        .filter(corrected -> corrected.number() == part.number())
                        .reduce(part, (earlier, later) -> later))
                .toList();
        return new QuestionReference(
                questionId,
                programmeId,
                direction,
                asker,
                unit,
                correction.text() == null ? text : correction.text(),
                right,
                correction.topics() == null ? topics : correction.topics(),
                visibility,
                raisedAt,
                lead);
    }

    private QuestionReference with(ProgrammeId programme, Visibility readers, @Nullable QuestionId leader) {
        return new QuestionReference(
                questionId, programme, direction, asker, unit, text, parts, topics, readers, raisedAt, leader);
    }
}
