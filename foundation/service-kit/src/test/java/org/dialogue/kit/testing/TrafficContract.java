package org.dialogue.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Holds the committed description of an API to what people need of it, and to all that a module's tests sent and were
 * answered. Each module has one test class that implements this and adds nothing; it runs after all others.
 */
@Order(Integer.MAX_VALUE)
public interface TrafficContract {

    /** Each operation has a summary, the roles it is for, what may come before it is reached, and examples that its schemas allow. */
    @Test
    default void everyOperationIsDescribedForPeople() {
        assertThat(ApiTraffic.operations()).as("what is described").isNotEmpty();
        List<String> problems = new ArrayList<>();
        for (DescribedApi.Operation operation : ApiTraffic.operations()) {
            if (operation.description().path("summary").asString("").isBlank()) {
                problems.add(operation + ": no summary");
            }
            if (!operation.description().path("x-roles").isArray()) {
                problems.add(operation + ": no roles");
            }
            Stream.concat(ApiTraffic.ANYWHERE.stream().map(String::valueOf), Stream.of("400"))
                    .filter(status -> !operation.statuses().contains(status))
                    .filter(status ->
                            !status.equals("422") || operation.method().equals("POST"))
                    .forEach(status -> problems.add(operation + ": no " + status));
            operation.problemsOfExamples().forEach(problem -> problems.add(operation + ": " + problem));
        }
        assertThat(problems).as("what the description lacks").isEmpty();
    }

    /** Status, content type and body of every answer. */
    @Test
    default void whatWasAnsweredWasAsDescribed() {
        assertThat(ApiTraffic.wrong()).as("answers other than described").isEmpty();
    }

    /** Every status of every operation; of what a service has from the kit, in the kit. It says nothing of a run of some tests only. */
    @Test
    default void whatIsDescribedWasSeen() {
        assumeThat(System.getProperty("it.test")).as("a run of all tests").isNull();
        assertThat(ApiTraffic.unseen())
                .as("described, but seen by no test: leave it out of the description, or test it")
                .isEmpty();
    }
}
