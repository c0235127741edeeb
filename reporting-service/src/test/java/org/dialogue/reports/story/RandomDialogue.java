package org.dialogue.reports.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.reports.folds.HistoryEntry;

/**
 * Plays a dialogue by the rules of the two services, taking steps at random, and keeps its own simple account of what every
 * part and every commitment came to: an independent judge of the views. Every event that can happen to a question, to an
 * assignment or to a commitment is played, also such as cross between the services.
 */
public final class RandomDialogue {

    /** Where questions and commitments are carried over to, and sometimes raised. */
    static final ProgrammeId NEXT_PROGRAMME = new ProgrammeId("2024");

    private static final List<BodyId> BODIES = List.of(Sample.HOME_AFFAIRS, Sample.POLICE, Sample.STANDING_COMMITTEE);

    private final Dice dice;
    private final Story story = Sample.story();
    private final List<PlayedQuestion> questions = new ArrayList<>();
    private final List<PlayedPromise> promises = new ArrayList<>();
    private final Map<ProgrammeId, Integer> numbers = new HashMap<>();

    private RandomDialogue(long seed) {
        this.dice = new Dice(seed);
        story.then(new ProgrammeAnnounced(
                NEXT_PROGRAMME,
                2024,
                Sample.name("Doi thoai 2024"),
                Sample.STANDING_COMMITTEE,
                null,
                null,
                Sample.DAY_1));
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

    /** What every part came to, by question and number, such as {@code q1/2}. */
    public Map<String, PartTruth> truth() {
        Map<String, PartTruth> truth = new LinkedHashMap<>();
        questions.forEach(question -> truth.putAll(question.truth()));
        return truth;
    }

    /** Where every commitment stands, by its id. */
    public Map<String, PromiseTruth> promises() {
        Map<String, PromiseTruth> truth = new LinkedHashMap<>();
        promises.forEach(promise -> truth.put(promise.id().value(), promise.truth()));
        return truth;
    }

    private void step() {
        int die = dice.below(100);
        if (questions.isEmpty() || die < 4) {
            raise();
        } else if (die < 78) {
            dice.pick(questions).step(questions);
        } else if (promises.isEmpty() || die < 82) {
            promises.add(new PlayedPromise(dice.pick(questions).id(), dice.pick(BODIES), dice, story));
        } else {
            dice.pick(promises).step();
        }
    }

    private void raise() {
        QuestionRaised like =
                Sample.raised(dice.id("q"), dice.onceIn(2) ? Sample.COMMUNE : Sample.OTHER_COMMUNE, 1 + dice.below(3));
        QuestionRaised raised = new QuestionRaised(
                like.questionId(),
                dice.onceIn(4) ? NEXT_PROGRAMME : Sample.PROGRAMME,
                like.direction(),
                like.asker(),
                like.unit(),
                like.text(),
                like.parts(),
                like.topics(),
                like.references(),
                like.source(),
                like.attachments(),
                like.visibility(),
                like.happenedAt());
        int number = numbers.merge(raised.programmeId(), 1, Integer::sum);
        questions.add(new PlayedQuestion(raised, number, dice, story));
    }
}
