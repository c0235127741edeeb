package org.dialogue.answers.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.junit.jupiter.api.Test;

class DraftTest {

    @Test
    void aFinishedDraftIsClearedWordForWord() {
        assertThat(draft(new DraftPart(1, "It is so", Disposition.EXPLAINED)).words())
                .containsExactly(new PartAnswer(1, "It is so", Disposition.EXPLAINED));
    }

    @Test
    void aDraftWithoutADispositionCannotBeCleared() {
        Draft unfinished =
                draft(new DraftPart(1, "It is so", Disposition.EXPLAINED), new DraftPart(2, "It may be so", null));
        assertThat(catchThrowableOfType(InvalidInput.class, unfinished::words).violations())
                .extracting(Violation::field, Violation::rule)
                .containsExactly(tuple("draft.parts[1].proposedDisposition", "required"));
    }

    private static Draft draft(DraftPart... parts) {
        return new Draft(new AssignmentId("a"), 1, 0, List.of(parts), Instant.EPOCH, "clerk");
    }
}
