package org.dialogue.reports.folds.reference;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A question in its present words.
 *
 * @param programme the programme in which it is followed up
 * @param raisedIn the programme in which it was raised, and where its running number counts
 * @param parts at least one: a question that was raised without parts is a part by itself
 * @param topics what it is about as a whole
 * @param visibility who may read it, and so all that was ever recorded of it
 * @param raisedAt when it was raised, which may be before it was recorded
 * @param recordedAs where the ledger of dialogue-service holds the raising
 * @param corrected how often its words were put right
 * @param groupLead the similar question that leads its group, if it is grouped
 */
public record QuestionFacts(
        QuestionId id,
        ProgrammeId programme,
        ProgrammeId raisedIn,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<QuestionPart> parts,
        List<String> topics,
        Visibility visibility,
        Instant raisedAt,
        long recordedAs,
        int corrected,
        @Nullable QuestionId groupLead) {

    static QuestionFacts of(QuestionRaised raised, long position) {
        return new QuestionFacts(
                raised.questionId(),
                raised.programmeId(),
                raised.programmeId(),
                raised.direction(),
                raised.asker(),
                raised.unit(),
                raised.text(),
                raised.parts().isEmpty() ? List.of(new QuestionPart(1, raised.text(), List.of())) : raised.parts(),
                raised.topics(),
                raised.visibility(),
                raised.happenedAt(),
                position,
                0,
                null);
    }

    QuestionFacts with(QuestionCorrected correction) {
        Map<Integer, QuestionPart> better = new LinkedHashMap<>();
        correction.parts().forEach(part -> better.put(part.number(), part));
        String betterText = correction.text();
        List<String> betterTopics = correction.topics();
        return new QuestionFacts(
                id,
                programme,
                raisedIn,
                direction,
                asker,
                unit,
                betterText == null ? text : betterText,
                parts.stream()
                        .map(part -> better.getOrDefault(part.number(), part))
                        .toList(),
                betterTopics == null ? topics : betterTopics,
                visibility,
                raisedAt,
                recordedAs,
                corrected + 1,
                groupLead);
    }

    QuestionFacts ledBy(@Nullable QuestionId lead) {
        return copy(programme, visibility, lead);
    }

    QuestionFacts visibleTo(Visibility readers) {
        return copy(programme, readers, groupLead);
    }

    QuestionFacts in(ProgrammeId next) {
        return copy(next, visibility, groupLead);
    }

    private QuestionFacts copy(ProgrammeId in, Visibility readers, @Nullable QuestionId lead) {
        return new QuestionFacts(
                id,
                in,
                raisedIn,
                direction,
                asker,
                unit,
                text,
                parts,
                topics,
                readers,
                raisedAt,
                recordedAs,
                corrected,
                lead);
    }

    /** {@return its place in the order of raising} */
    public RunningNumbers.Raising raising() {
        return new RunningNumbers.Raising(recordedAs, id);
    }

    /** {@return the numbers of all parts, in order} */
    public List<Integer> partNumbers() {
        return parts.stream().map(QuestionPart::number).toList();
    }

    /**
     * What some of its parts are about.
     *
     * @param numbers the parts; empty means all
     * @return the topics of the question as a whole and of these parts, as written
     */
    public Set<String> topicsOf(Collection<Integer> numbers) {
        Set<String> all = new LinkedHashSet<>(topics);
        parts.stream()
                .filter(part -> numbers.isEmpty() || numbers.contains(part.number()))
                .forEach(part -> all.addAll(part.topics()));
        return all;
    }
}
