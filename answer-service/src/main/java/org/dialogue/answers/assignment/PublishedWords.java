package org.dialogue.answers.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/**
 * A published answer as its assignment remembers it.
 *
 * @param published as it was published first
 * @param words what it says now, by part
 * @param lastCorrection the newest correction, if there is one
 */
record PublishedWords(
        AnswerPublished published,
        Map<Integer, PartAnswer> words,
        @Nullable AnswerCorrected lastCorrection) {

    static PublishedWords of(AnswerPublished published) {
        return new PublishedWords(published, put(Map.of(), published.parts()), null);
    }

    PublishedWords corrected(AnswerCorrected correction) {
        return new PublishedWords(published, put(words, correction.parts()), correction);
    }

    boolean wasPublishedAs(PersonReference answeredBy, @Nullable SourceNote source) {
        return published.answeredBy().id().equals(answeredBy.id())
                && (source == null ? published.source() == null : source.equals(published.source()));
    }

    boolean wasLastCorrectedAs(List<PartAnswer> parts, String reason) {
        return lastCorrection != null
                && lastCorrection.parts().equals(parts)
                && lastCorrection.reason().equals(reason);
    }

    boolean has(int part) {
        return words.containsKey(part);
    }

    boolean says(PartAnswer answer) {
        return answer.equals(words.get(answer.part()));
    }

    int nextCorrection() {
        return lastCorrection == null ? 1 : lastCorrection.correction() + 1;
    }

    private static Map<Integer, PartAnswer> put(Map<Integer, PartAnswer> words, List<PartAnswer> parts) {
        Map<Integer, PartAnswer> all = new HashMap<>(words);
        parts.forEach(answer -> all.put(answer.part(), answer));
        return Map.copyOf(all);
    }
}
