package org.dialogue.reports.background;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A question as it was raised.
 *
 * @param raisedAt when it was raised, which may be before it was recorded
 * @param groupLead the similar question that leads its group, if it is grouped
 */
public record QuestionFacts(
        QuestionId id,
        ProgrammeId programme,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<QuestionPart> parts,
        List<String> topics,
        Visibility visibility,
        Instant raisedAt,
        @Nullable QuestionId groupLead) {

    static QuestionFacts of(QuestionRaised raised) {
        return new QuestionFacts(
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

    QuestionFacts ledBy(@Nullable QuestionId lead) {
        return new QuestionFacts(
                id, programme, direction, asker, unit, text, parts, topics, visibility, raisedAt, lead);
    }

    /** {@return the numbers of all parts, in order} */
    public List<Integer> partNumbers() {
        return parts.stream().map(QuestionPart::number).toList();
    }

    /**
     * What some of its parts are about.
     *
     * @param numbers the parts; empty means all
     * @return the topics of the question as a whole and of these parts, in alphabetical order
     */
    public SortedSet<String> topicsOf(Collection<Integer> numbers) {
        SortedSet<String> all = new TreeSet<>(topics);
        parts.stream()
                .filter(part -> numbers.isEmpty() || numbers.contains(part.number()))
                .forEach(part -> all.addAll(part.topics()));
        return all;
    }
}
