package org.dialogue.reports.story;

import static org.dialogue.reports.story.Sample.PROGRAMME;
import static org.dialogue.reports.story.Sample.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.commitment.VerifiedOutcome;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.views.HistoryEntry;

/**
 * Plays a dialogue by the rules of the two services, taking steps at random, and keeps its own simple account of what every
 * part came to: an independent judge of the coverage.
 */
public final class RandomDialogue {

    private static final List<BodyId> BODIES = List.of(Sample.HOME_AFFAIRS, Sample.POLICE, Sample.STANDING_COMMITTEE);

    private final Random random;
    private final Story story = Sample.story();
    private final List<Question> questions = new ArrayList<>();
    private final List<Promise> promises = new ArrayList<>();
    private int ids;

    private RandomDialogue(long seed) {
        this.random = new Random(seed);
    }

    /** A dialogue of some steps; the same seed gives the same one. */
    public static RandomDialogue played(long seed, int steps) {
        RandomDialogue dialogue = new RandomDialogue(seed);
        for (int step = 0; step < steps; step++) {
            dialogue.step();
        }
        return dialogue;
    }

    public List<HistoryEntry> entries() {
        return story.entries();
    }

    /** Goes on with certain events. */
    public RandomDialogue then(DialogueEvent... events) {
        story.then(events);
        return this;
    }

    /** What every part came to, by question and number, such as {@code q1/2 -> OWED}. */
    public Map<String, String> truth() {
        Map<String, String> truth = new LinkedHashMap<>();
        questions.forEach(question -> {
            for (int part = 1; part <= question.parts; part++) {
                truth.put(question.id.value() + "/" + part, question.stateOf(part));
            }
        });
        return truth;
    }

    private void step() {
        int die = random.nextInt(100);
        if (questions.isEmpty() || die < 12) {
            raise();
        } else if (die < 80) {
            moveOn(pick(questions));
        } else if (promises.isEmpty() || die < 86) {
            promise(pick(questions));
        } else {
            moveOn(pick(promises));
        }
    }

    private void raise() {
        Question question = new Question(new QuestionId(nextId("q")), 1 + random.nextInt(3));
        questions.add(question);
        story.then(Sample.raised(
                question.id.value(), random.nextBoolean() ? Sample.COMMUNE : Sample.OTHER_COMMUNE, question.parts));
    }

    private void moveOn(Question question) {
        if (question.withdrawn) {
            return;
        }
        if (question.slots.isEmpty()) {
            assign(question);
            return;
        }
        switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> moveOn(question, pick(question.slots));
            case 4, 5 -> conclude(question);
            case 6 -> reopen(question);
            default -> withdrawSometimes(question);
        }
    }

    /** Some parts may stay without a body. */
    private void assign(Question question) {
        for (int part = 1; part <= question.parts; part++) {
            if (random.nextInt(4) > 0) {
                assign(question, part, AnsweringRole.LEAD);
                if (random.nextInt(3) == 0) {
                    assign(question, part, AnsweringRole.COORDINATING);
                }
            }
        }
    }

    private void assign(Question question, int part, AnsweringRole role) {
        QuestionAssigned assigned = Sample.assigned(question.id.value(), nextId("s"), pick(BODIES), role, part);
        question.slots.add(new Slot(assigned));
        story.then(assigned, Sample.opened(assigned));
    }

    private void moveOn(Question question, Slot slot) {
        if (slot.returned) {
            transfer(question, slot);
        } else if (slot.disposition != null) {
            if (random.nextInt(3) == 0) {
                correct(slot);
            }
        } else {
            switch (random.nextInt(5)) {
                case 0 -> story.then(Sample.accepted(slot.assigned));
                case 1 -> {
                    slot.returned = true;
                    story.then(Sample.returned(slot.assigned), Sample.returnNoted(slot.assigned));
                }
                case 2 -> transfer(question, slot);
                default -> answer(question, slot);
            }
        }
    }

    private void transfer(Question question, Slot slot) {
        AssignmentTransferred transferred = Sample.transferred(slot.assigned, nextId("s"), pick(BODIES));
        QuestionAssigned next = new QuestionAssigned(
                question.id,
                PROGRAMME,
                transferred.assignmentId(),
                transferred.body(),
                transferred.role(),
                transferred.parts(),
                transferred.due(),
                transferred.clockStartedAt(),
                null,
                transferred.happenedAt());
        question.slots.remove(slot);
        question.slots.add(new Slot(next));
        story.then(
                transferred,
                new AssignmentClosed(
                        slot.assigned.assignmentId(),
                        question.id,
                        slot.assigned.body(),
                        ClosingReason.TRANSFERRED,
                        day(4)),
                Sample.opened(next));
    }

    private void answer(Question question, Slot slot) {
        slot.disposition = pick(List.of(Disposition.values()));
        AnswerPublished published = Sample.published(slot.assigned, nextId("a"), slot.disposition, slot.part());
        slot.answer = published;
        story.then(published, Sample.noted(published));
        if (question.isAnswered()) {
            story.then(new QuestionAnswered(question.id, day(6)));
        }
    }

    private void correct(Slot slot) {
        slot.disposition = pick(List.of(Disposition.values()));
        story.then(Sample.corrected(slot.answer, slot.disposition, slot.part()));
    }

    private void conclude(Question question) {
        if (!question.isAnswered()) {
            return;
        }
        List<PartConclusion> conclusions = new ArrayList<>();
        for (int part = 1; part <= question.parts; part++) {
            Disposition decided = pick(List.of(Disposition.values()));
            question.concluded.put(part, decided);
            conclusions.add(new PartConclusion(part, decided, "So decided"));
        }
        story.then(new QuestionConcluded(question.id, Sample.person("chair"), conclusions, day(7)));
    }

    private void reopen(Question question) {
        Set<Integer> parts = new TreeSet<>();
        List<AssignmentId> slots = new ArrayList<>();
        for (int part = 1; part <= question.parts; part++) {
            int number = part;
            boolean answered = question.slots.stream().anyMatch(slot -> slot.part() == number)
                    && question.slots.stream()
                            .filter(slot -> slot.part() == number)
                            .allMatch(slot -> slot.disposition != null);
            if (answered && random.nextBoolean()) {
                parts.add(part);
            }
        }
        if (parts.isEmpty()) {
            return;
        }
        question.rounds++;
        List<Slot> reopened = question.slots.stream()
                .filter(slot -> parts.contains(slot.part()))
                .toList();
        reopened.forEach(slot -> {
            slot.disposition = null;
            slots.add(slot.assigned.assignmentId());
        });
        parts.forEach(question.concluded::remove);
        story.then(new QuestionReopened(
                question.id, question.rounds, List.copyOf(parts), slots, "That is no answer", day(8)));
        reopened.forEach(slot -> story.then(Sample.reopenedAtDesk(slot.assigned, question.rounds, slot.part())));
    }

    private void withdrawSometimes(Question question) {
        if (random.nextInt(4) == 0) {
            question.withdrawn = true;
            story.then(new QuestionWithdrawn(question.id, "Settled", day(9)));
        }
    }

    private void promise(Question question) {
        Promise promise = new Promise(new CommitmentId(nextId("c")), pick(BODIES));
        promises.add(promise);
        story.then(Sample.promised(
                promise.id.value(),
                Sample.about(question.id.value()),
                random.nextBoolean() ? Due.noneSet() : Due.by(LocalDate.of(2023, 12, 1 + random.nextInt(30))),
                new Measure("posts", BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN),
                promise.body));
    }

    private void moveOn(Promise promise) {
        if (promise.ended) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 ->
                story.then(new CommitmentAwaitsAuthority(
                        promise.id, new AuthorityId("central-committee"), "Asked them", day(9)));
            case 1 -> story.then(new CommitmentResumed(promise.id, "They agreed", day(10)));
            case 2 ->
                story.then(new CommitmentCompletionClaimed(
                        promise.id, promise.body, "Done", List.of(), List.of(), day(11)));
            case 3 -> story.then(new CommitmentSentBack(promise.id, "Not all of it", day(12)));
            case 4 -> {
                promise.ended = true;
                story.then(new CommitmentVerified(
                        promise.id, pick(List.of(VerifiedOutcome.values())), "Looked at it", List.of(), day(13)));
            }
            default ->
                story.then(new CommitmentProgressReported(
                        promise.id,
                        promise.body,
                        "Going on",
                        BigDecimal.valueOf(random.nextInt(10)),
                        List.of(),
                        List.of(),
                        day(14)));
        }
    }

    private String nextId(String prefix) {
        ids++;
        return prefix + ids;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static final class Question {

        private final QuestionId id;
        private final int parts;
        private final List<Slot> slots = new ArrayList<>();
        private final Map<Integer, Disposition> concluded = new LinkedHashMap<>();
        private int rounds;
        private boolean withdrawn;

        private Question(QuestionId id, int parts) {
            this.id = id;
            this.parts = parts;
        }

        private boolean isAnswered() {
            for (int part = 1; part <= parts; part++) {
                if (stateOf(part).equals("OWED")) {
                    return false;
                }
            }
            return true;
        }

        private String stateOf(int part) {
            if (withdrawn) {
                return "WITHDRAWN";
            }
            List<Slot> asked =
                    slots.stream().filter(slot -> slot.part() == part).toList();
            if (asked.isEmpty() || asked.stream().anyMatch(slot -> slot.disposition == null)) {
                return "OWED";
            }
            Disposition leading = asked.stream()
                    .filter(slot -> slot.assigned.role() == AnsweringRole.LEAD)
                    .map(slot -> slot.disposition)
                    .findFirst()
                    .orElseThrow();
            return switch (concluded.getOrDefault(part, leading)) {
                case DECLINED_WITH_REASONS -> "DECLINED";
                case REFERRED_TO_HIGHER_AUTHORITY -> "REFERRED";
                default -> "ANSWERED";
            };
        }
    }

    private static final class Slot {

        private final QuestionAssigned assigned;
        private AnswerPublished answer;
        private Disposition disposition;
        private boolean returned;

        private Slot(QuestionAssigned assigned) {
            this.assigned = assigned;
        }

        private int part() {
            return assigned.parts().get(0);
        }
    }

    private static final class Promise {

        private final CommitmentId id;
        private final BodyId body;
        private boolean ended;

        private Promise(CommitmentId id, BodyId body) {
            this.id = id;
            this.body = body;
        }
    }
}
