package org.dialogue.reports.story;

import static org.dialogue.reports.story.Sample.day;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.reports.story.PlayedPart.Standing;

/** A body's share of a question as it is played, with an account of where each of its parts stands. */
final class PlayedShare {

    private static final List<Disposition> DISPOSITIONS = List.of(Disposition.values());

    private final QuestionAssigned assigned;
    private final Dice dice;
    private final Story story;
    private final Map<Integer, PlayedPart> parts = new TreeMap<>();
    private final List<AnswerPublished> answers = new ArrayList<>();
    private final Map<AnswerId, Integer> corrections = new HashMap<>();
    private boolean accepted;

    PlayedShare(QuestionAssigned assigned, Dice dice, Story story) {
        this.assigned = assigned;
        this.dice = dice;
        this.story = story;
        assigned.parts().forEach(part -> parts.put(part, new PlayedPart()));
    }

    QuestionAssigned assigned() {
        return assigned;
    }

    boolean leads() {
        return assigned.role() == AnsweringRole.LEAD;
    }

    List<Integer> at(Standing... standings) {
        return parts.keySet().stream()
                .filter(part -> List.of(standings).contains(parts.get(part).standing))
                .toList();
    }

    boolean isGone() {
        return at(Standing.TRANSFERRED).size() == parts.size();
    }

    boolean covers(int part) {
        return parts.containsKey(part) && parts.get(part).standing != Standing.TRANSFERRED;
    }

    boolean hasAnswered(int part) {
        return parts.containsKey(part) && parts.get(part).standing == Standing.ANSWERED;
    }

    Disposition disposition(int part) {
        return parts.get(part).disposition;
    }

    /** Who owes what on a part that is here and not answered. */
    String owed(int part) {
        PlayedPart one = parts.get(part);
        if (one.standing == Standing.RETURNED) {
            return "SECRETARIAT REASSIGN";
        }
        String step = one.contested ? "ANSWER_AGAIN" : accepted ? "ANSWER" : "ACCEPT";
        return assigned.body().value() + " " + step;
    }

    void work() {
        switch (dice.below(6)) {
            case 0 -> accept();
            case 1 -> holdOut();
            case 2 -> handBack();
            case 3 -> correct();
            default -> answer();
        }
    }

    private void accept() {
        if (!accepted && !at(Standing.DUE).isEmpty()) {
            accepted = true;
            story.then(Sample.accepted(assigned));
        }
    }

    private void holdOut() {
        if (accepted && !at(Standing.DUE).isEmpty()) {
            story.then(new HoldingAnswerGiven(
                    assigned.assignmentId(), assigned.questionId(), assigned.body(), "Soon", null, day(4)));
        }
    }

    private void handBack() {
        List<Integer> returned = dice.some(at(Standing.DUE));
        if (!returned.isEmpty()) {
            tellReturn(returned);
            noteReturn(returned);
        }
    }

    void tellReturn(List<Integer> returned) {
        story.then(new AssignmentReturned(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.body(),
                ReturnCategory.NOT_RESPONSIBLE,
                "Not ours",
                returned,
                day(3)));
    }

    /** The question takes back what it believes to be due; nothing, if all of it passed on meanwhile. */
    void noteReturn(List<Integer> returned) {
        List<Integer> due = returned.stream().filter(at(Standing.DUE)::contains).toList();
        if (!due.isEmpty()) {
            move(due, Standing.RETURNED);
            story.then(new AssignmentReturnNoted(
                    assigned.questionId(),
                    assigned.assignmentId(),
                    assigned.body(),
                    ReturnCategory.NOT_RESPONSIBLE,
                    "Not ours",
                    due,
                    day(3)));
        }
    }

    private void answer() {
        if (!at(Standing.DUE).isEmpty()) {
            note(publish());
        }
    }

    /** The body says what it owes, and sometimes more on what it has said before; the question does not know it yet. */
    AnswerPublished publish() {
        accept();
        Set<Integer> spoken = new TreeSet<>(at(Standing.DUE));
        if (dice.onceIn(2)) {
            spoken.addAll(dice.some(at(Standing.ANSWERED)));
        }
        AnswerPublished published = new AnswerPublished(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.programmeId(),
                new AnswerId(dice.id("a")),
                assigned.body(),
                assigned.role(),
                spoken.stream().map(this::words).toList(),
                Sample.person("head"),
                null,
                day(5));
        answers.add(published);
        story.then(
                new AnswerCleared(
                        assigned.assignmentId(),
                        assigned.questionId(),
                        published.answerId(),
                        assigned.body(),
                        published.parts(),
                        Sample.person("head"),
                        day(5)),
                published);
        return published;
    }

    /** What passed on meanwhile is not completed by it. */
    void note(AnswerPublished published) {
        story.then(Sample.noted(published));
        published.parts().stream().filter(said -> covers(said.part())).forEach(said -> {
            PlayedPart part = parts.get(said.part());
            part.standing = Standing.ANSWERED;
            part.disposition = said.proposedDisposition();
            part.answer = published.answerId();
        });
    }

    private void correct() {
        if (answers.isEmpty()) {
            return;
        }
        AnswerPublished original = dice.pick(answers);
        List<PartAnswer> corrected = dice.some(original.parts()).stream()
                .map(said -> words(said.part()))
                .toList();
        story.then(new AnswerCorrected(
                assigned.assignmentId(),
                assigned.questionId(),
                original.answerId(),
                assigned.body(),
                corrections.merge(original.answerId(), 1, Integer::sum),
                corrected,
                "A slip",
                Sample.person("head"),
                day(6)));
        corrected.stream()
                .filter(said -> original.answerId().equals(parts.get(said.part()).answer))
                .forEach(said -> parts.get(said.part()).disposition = said.proposedDisposition());
    }

    private PartAnswer words(int part) {
        return new PartAnswer(part, "Said " + dice.id("w"), dice.pick(DISPOSITIONS));
    }

    /** What was answered is owed again; what was not answered, or was handed back, stays where it is. */
    List<Integer> contest(Collection<Integer> contested) {
        List<Integer> again =
                at(Standing.ANSWERED).stream().filter(contested::contains).toList();
        move(again, Standing.DUE);
        again.forEach(part -> parts.get(part).contested = true);
        return again;
    }

    void passOn(Collection<Integer> gone) {
        move(gone, Standing.TRANSFERRED);
    }

    private void move(Collection<Integer> which, Standing next) {
        which.forEach(part -> parts.get(part).standing = next);
    }

    /** {@return the parts that a body could take over from here, which are those that somebody owes a step on} */
    List<Integer> owed() {
        return Stream.of(at(Standing.DUE), at(Standing.RETURNED))
                .flatMap(List::stream)
                .sorted()
                .toList();
    }
}
