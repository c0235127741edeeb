package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.dialogue.dialogues.testing.Given.SECRETARY;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two requests that would make a chain together are both judged good before either is recorded; the ledger takes one. */
class ConcurrentGroupingIT extends Scene {

    @Autowired
    private EventStore ledger;

    @Autowired
    private Questions questions;

    @Autowired
    private Programmes programmes;

    /** The first request puts one question under the other; then the second one, each given by its place in A, B, C. */
    @ParameterizedTest
    @CsvSource({"0, 1, 1, 0", "0, 1, 1, 2", "1, 2, 0, 1", "1, 0, 2, 1"})
    void twoInstancesMakeNoChain(int follower, int lead, int otherFollower, int otherLead) throws Exception {
        List<QuestionId> ids =
                Stream.generate(() -> new QuestionId(raised())).limit(3).toList();
        Meeting meeting = new Meeting();
        Configuration first = GroupScenario.instance(ledger, questions, meeting, Sample.DIRECTORY);
        Configuration second = GroupScenario.instance(ledger, questions, meeting, Sample.DIRECTORY);
        try {
            GroupQuestion one = grouping(ids.get(follower), ids.get(lead));
            GroupQuestion other = grouping(ids.get(otherFollower), ids.get(otherLead));
            CompletableFuture<Throwable> concurrent = CompletableFuture.supplyAsync(() -> refusal(second, other));
            Throwable refused = refusal(first, one);
            Throwable otherRefused = concurrent.get(20, TimeUnit.SECONDS);

            assertThat(Arrays.asList(refused, otherRefused))
                    .filteredOn(failure -> failure != null)
                    .singleElement()
                    .isInstanceOf(ConcurrencyException.class);
            assertNoChain(ids);
            assertThat(refused == null ? refusal(second, other) : refusal(first, one))
                    .isInstanceOfSatisfying(
                            RuleViolation.class, rule -> assertThat(rule.rule()).isIn("lead-is-led", "question-leads"));
            assertNoChain(ids);
        } finally {
            first.shutdown();
            second.shutdown();
        }
    }

    @Test
    void oneInstanceMakesNoChainOverHttp() {
        for (int round = 0; round < 5; round++) {
            List<QuestionId> ids =
                    Stream.generate(() -> new QuestionId(raised())).limit(3).toList();
            List<CompletableFuture<Reply>> requests = Stream.of(
                            group(ids.get(0), ids.get(1)), group(ids.get(1), ids.get(0)), group(ids.get(1), ids.get(2)))
                    .toList();

            assertThat(requests).extracting(request -> request.join().status()).containsOnly(200, 409);
            assertNoChain(ids);
        }
    }

    private CompletableFuture<Reply> group(QuestionId follower, QuestionId lead) {
        return CompletableFuture.supplyAsync(() -> post(
                SECRETARY,
                "/api/questions/" + follower.value() + "/group",
                "{\"lead\":\"%s\"}".formatted(lead.value())));
    }

    private void assertNoChain(List<QuestionId> ids) {
        List<QuestionState> states = ids.stream()
                .map(id -> questions.question(id).orElseThrow().state())
                .toList();
        List<QuestionId> leads = states.stream()
                .map(QuestionState::lead)
                .flatMap(Stream::ofNullable)
                .toList();
        assertThat(leads).hasSize(1);
        assertThat(states).allSatisfy(state -> {
            if (state.lead() == null) {
                assertThat(state.followers()).hasSize(state.id().equals(leads.get(0)) ? 1 : 0);
            } else {
                assertThat(state.followers()).isEmpty();
                assertThat(leads).doesNotContain(state.id());
            }
        });
    }

    private static Throwable refusal(Configuration instance, GroupQuestion command) {
        return catchThrowable(() -> GroupScenario.send(instance, command, SECRETARY));
    }

    private static GroupQuestion grouping(QuestionId follower, QuestionId lead) {
        return new GroupQuestion(follower, lead, HappenedAt.filledIn(Sample.LATER.plusSeconds(100_000_000)));
    }

    /** Asked last, before anything is recorded: here two commands wait for each other, once. */
    private final class Meeting implements Programmes {

        private final CountDownLatch judged = new CountDownLatch(2);

        @Override
        public Optional<Versioned<ProgrammeState>> programme(ProgrammeId id) {
            judged.countDown();
            try {
                assertThat(judged.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return programmes.programme(id);
        }
    }
}
