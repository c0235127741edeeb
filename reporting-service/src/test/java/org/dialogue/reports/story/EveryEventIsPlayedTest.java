package org.dialogue.reports.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialogues that other tests play leave no event out: a new one has to be played before it can be relied on. */
class EveryEventIsPlayedTest {

    @ParameterizedTest
    @CsvSource({"2023, 2000", "8, 600"})
    void everyEventOfQuestionsAssignmentsAndCommitmentsHappens(long seed, int steps) {
        Set<String> catalogue = EventCatalogue.types().stream()
                .filter(type -> QuestionEvent.class.isAssignableFrom(type.type())
                        || AssignmentEvent.class.isAssignableFrom(type.type())
                        || CommitmentEvent.class.isAssignableFrom(type.type()))
                .map(EventType::name)
                .collect(Collectors.toCollection(TreeSet::new));

        RandomDialogue.played(seed, steps).entries().stream()
                .map(HistoryEntry::name)
                .forEach(catalogue::remove);

        assertThat(catalogue).as("events that are never played").isEmpty();
    }
}
