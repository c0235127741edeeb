package org.dialogue.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** That there is one file for each event; that they are read and written as they stand is tested with the real mapper. */
class GoldenFilesTest {

    /** A due date has no day when none is set; the milestones of the full file show both kinds. */
    private static final Set<String> LEFT_OUT_ON_PURPOSE = Set.of("/milestones/due/date");

    @Test
    void existForEveryEventAndNothingElse() {
        Set<String> expected = new TreeSet<>();
        EventCatalogue.types().forEach(event -> {
            expected.add(ContractFiles.goldenName(event));
            if (Components.hasOptionalParts(event.type())) {
                expected.add(ContractFiles.minimalName(event));
            }
        });

        assertThat(ContractFiles.names(ContractFiles.GOLDEN)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("events")
    void fillEveryComponent(EventType event) {
        JsonNode golden = ContractFiles.read(ContractFiles.GOLDEN.resolve(ContractFiles.goldenName(event)));

        List<String> missing = Components.missing(event.type(), golden);

        assertThat(missing).isSubsetOf(LEFT_OUT_ON_PURPOSE);
    }

    static Stream<EventType> events() {
        return EventCatalogue.types().stream();
    }
}
