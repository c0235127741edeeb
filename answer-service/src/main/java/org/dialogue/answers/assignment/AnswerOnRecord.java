package org.dialogue.answers.assignment;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AnswerId;

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

    /** Whether the last correction says this already, and the command claims no other moment for it. */
    boolean wasLastCorrectedBy(CorrectAnswer command) {
        if (corrections.isEmpty()) {
            return false;
        }
        AnswerCorrected last = corrections.get(corrections.size() - 1);
        boolean same = last.parts().equals(command.parts()) && last.reason().equals(command.reason());
        return command.happenedAt().repeats(same, last.happenedAt());
    }

    /** Whether the answer is among those that the question knew; an empty list says that nothing is known about that. */
    boolean isNotedIn(List<AnswerId> noted) {
        return noted.isEmpty() || noted.contains(published.answerId());
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
