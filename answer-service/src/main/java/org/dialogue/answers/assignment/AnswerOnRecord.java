package org.dialogue.answers.assignment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/**
 * A published answer and what was corrected since; the original always stays beside its corrections.
 *
 * @param published the answer as it was published
 * @param corrections in the order in which they were made
 */
public record AnswerOnRecord(AnswerPublished published, List<AnswerCorrected> corrections) {

    AnswerOnRecord corrected(AnswerCorrected correction) {
        return new AnswerOnRecord(
                published,
                Stream.concat(corrections.stream(), Stream.of(correction)).toList());
    }

    boolean wasPublishedAs(PersonReference answeredBy, @Nullable SourceNote source) {
        return published.answeredBy().id().equals(answeredBy.id())
                && Optional.ofNullable(published.source()).equals(Optional.ofNullable(source));
    }

    boolean wasLastCorrectedAs(List<PartAnswer> parts, String reason) {
        return !corrections.isEmpty()
                && corrections.get(corrections.size() - 1).parts().equals(parts)
                && corrections.get(corrections.size() - 1).reason().equals(reason);
    }

    boolean speaksTo(int part) {
        return published.parts().stream().anyMatch(answer -> answer.part() == part);
    }

    /** Whether the answer, as corrected so far, says this already. */
    boolean says(PartAnswer words) {
        return Stream.concat(published.parts().stream(), corrections.stream().flatMap(each -> each.parts().stream()))
                .filter(answer -> answer.part() == words.part())
                .reduce((earlier, later) -> later)
                .filter(words::equals)
                .isPresent();
    }
}
