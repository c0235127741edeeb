package org.dialogue.answers.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.assignment.AssignmentCommand.AcceptAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.CloseAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.ReopenAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ResumeAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.ReturnAssignment;
import org.dialogue.answers.assignment.AssignmentCommand.TransferParts;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.kit.access.Actor;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A body and a question's side of the same slot act at random, and hear of each other late and sometimes twice. However their
 * events cross, nothing that comes from the question is refused, and in the end both have the same standing of each part.
 */
class CrossingEventsTest extends AssignmentScenario {

    private static final int SEQUENCES = 60;
    private static final int STEPS = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void bothSidesAgreeInTheEnd(long seed) {
        Map<Class<?>, Integer> drawn = new HashMap<>();
        for (int sequence = 0; sequence < SEQUENCES; sequence++) {
            Random random = new Random(seed * 1_000 + sequence);
            Slot slot = new Slot();
            Body body = new Body(drawn);
            List<String> story = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> story.add("body " + body.act(random));
                    case 2 -> story.add("question " + slot.act(random));
                    case 3, 4 -> slot.hear(body.told, random);
                    default -> body.hear(slot.told, random);
                }
            }
            while (!body.told.isEmpty() || !slot.told.isEmpty()) {
                slot.hear(body.told, random);
                body.hear(slot.told, random);
            }
            assertThat(body.standings())
                    .as("seed %d, sequence %d: %s", seed, sequence, story)
                    .isEqualTo(slot.standings);
        }
        assertThat(drawn.keySet())
                .contains(
                        PublishAnswer.class,
                        ReturnAssignment.class,
                        ReopenAssignment.class,
                        TransferParts.class,
                        CloseAssignment.class,
                        ResumeAssignment.class);
    }

    /** The question's side, by the rules on which both services have settled. */
    private static final class Slot {

        private final Map<Integer, PartStanding> standings =
                new TreeMap<>(Map.of(1, PartStanding.DUE, 2, PartStanding.DUE));
        private final Set<AnswerId> noted = new LinkedHashSet<>();
        private final Deque<AssignmentCommand> told = new ArrayDeque<>();
        private int round;
        private boolean withdrawn;

        String act(Random random) {
            int part = 1 + random.nextInt(2);
            PartStanding standing = standings.get(part);
            if (withdrawn) {
                withdrawn = false;
                return tell(new ResumeAssignment(ID, "A mistake", now()));
            } else if (random.nextInt(6) == 0) {
                withdrawn = true;
                return tell(new CloseAssignment(ID, now()));
            } else if (standing == PartStanding.ANSWERED) {
                round++;
                // It may name a part that is due here already, where another slot has answered that one.
                List<Integer> named = random.nextBoolean() ? List.of(part) : List.of(1, 2);
                standings.replaceAll((number, before) ->
                        before == PartStanding.ANSWERED && named.contains(number) ? PartStanding.DUE : before);
                return tell(new ReopenAssignment(ID, round, named, List.copyOf(noted), "Again", now()));
            } else if (standing != PartStanding.TRANSFERRED && random.nextInt(4) == 0) {
                standings.put(part, PartStanding.TRANSFERRED);
                return tell(new TransferParts(ID, List.of(part), SUCCESSOR, now()));
            }
            return "nothing";
        }

        private String tell(AssignmentCommand command) {
            told.add(command);
            return command.toString();
        }

        void hear(Deque<AssignmentEvent> news, Random random) {
            AssignmentEvent event = news.poll();
            if (event instanceof AnswerPublished published && noted.add(published.answerId())) {
                published.parts().forEach(part -> move(part.part(), PartStanding.ANSWERED));
            } else if (event instanceof AssignmentReturned returned) {
                returned.parts().forEach(part -> move(part, PartStanding.RETURNED));
            }
        }

        private void move(int part, PartStanding next) {
            standings.computeIfPresent(part, (number, before) -> before == PartStanding.TRANSFERRED ? before : next);
        }
    }

    /** The body's side: the aggregate itself. */
    private static final class Body {

        private final List<Object> history = new ArrayList<>(List.of(opened()));
        private final Deque<AssignmentEvent> told = new ArrayDeque<>();
        private final Map<Class<?>, Integer> drawn;
        private int answers;

        Body(Map<Class<?>, Integer> drawn) {
            this.drawn = drawn;
        }

        String act(Random random) {
            AssignmentState state = state();
            List<Integer> due = state.partsDue();
            if (due.isEmpty()) {
                return "nothing";
            }
            if (random.nextInt(4) == 0) {
                List<Integer> some = List.of(due.get(random.nextInt(due.size())));
                return give(new ReturnAssignment(ID, ReturnCategory.OTHER, "Not ours", some, now()), OFFICER);
            }
            if (state.accepted() == null) {
                return give(new AcceptAssignment(ID, now()), OFFICER);
            }
            AnswerId answer = new AnswerId("answer-" + ++answers);
            List<PartAnswer> words = state.shares().stream()
                    .filter(share -> due.contains(share.part())
                            || share.standing() == PartStanding.ANSWERED && random.nextBoolean())
                    .map(share -> words(share.part(), "So " + answers))
                    .collect(Collectors.toList());
            give(new ClearAnswer(ID, answer, true, words, now()), HEAD);
            return give(new PublishAnswer(ID, answer, null, null, now()), OFFICER);
        }

        void hear(Deque<AssignmentCommand> news, Random random) {
            AssignmentCommand command = news.poll();
            if (command != null) {
                give(command, SERVICE);
                if (random.nextInt(5) == 0) {
                    give(command, SERVICE);
                }
            }
        }

        private String give(AssignmentCommand command, Actor actor) {
            TestExecutor<Assignment> before = given(history.toArray());
            when(before, command, actor).expectSuccessfulHandlerExecution().expectEventsMatching(new Remembered(this));
            drawn.merge(command.getClass(), 1, Integer::sum);
            return command.toString();
        }

        private AssignmentState state() {
            AssignmentState state = null;
            for (Object event : history) {
                state = AssignmentState.after(state, (AssignmentEvent) event);
            }
            return state;
        }

        Map<Integer, PartStanding> standings() {
            return new TreeMap<>(state().shares().stream()
                    .collect(Collectors.toMap(AssignmentState.Share::part, AssignmentState.Share::standing)));
        }
    }

    /** Takes what was recorded into the history. */
    private static final class Remembered extends BaseMatcher<List<EventMessage<?>>> {

        private final Body body;

        Remembered(Body body) {
            this.body = body;
        }

        @Override
        public boolean matches(Object recorded) {
            ((List<?>) recorded).forEach(message -> {
                AssignmentEvent event = (AssignmentEvent) ((EventMessage<?>) message).getPayload();
                body.history.add(event);
                body.told.add(event);
            });
            return true;
        }

        @Override
        public void describeTo(Description description) {
            description.appendText("any events");
        }
    }
}
