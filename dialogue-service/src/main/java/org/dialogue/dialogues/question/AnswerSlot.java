package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Due;
import org.jspecify.annotations.Nullable;

/**
 * One body's share of a question, as the question knows it.
 *
 * @param standings where each part stands that the body was asked to answer, in the order of parts
 * @param openedAt when the body was asked
 * @param clockStartedAt since when the answer is owed
 * @param note what the body should know
 * @param takenOver the transfer that brought it here, if one did
 * @param answers what the body has answered, oldest first
 * @param returns what it has handed back, oldest first
 * @param passedOn what was passed on from here, oldest first
 */
public record AnswerSlot(
        AssignmentId assignmentId,
        BodyId body,
        AnsweringRole role,
        List<PartStanding> standings,
        Due due,
        Instant openedAt,
        Instant clockStartedAt,
        @Nullable String note,
        @Nullable AssignmentTransferred takenOver,
        List<AnswerNoted> answers,
        List<AssignmentReturnNoted> returns,
        List<AssignmentTransferred> passedOn) {

    /** Where one part of a share stands. Both services keep the same standings. */
    public enum Standing {
        /** The body owes an answer. */
        DUE,
        /** The body handed it back; the secretariat owes the next step. */
        RETURNED,
        /** The body has answered. */
        ANSWERED,
        /** It passed to another share. */
        TRANSFERRED
    }

    /**
     * One part of a share.
     *
     * @param since when it came to stand there
     */
    public record PartStanding(int part, Standing standing, Instant since) {}

    /** Where a share stands as a whole: at the first of these that one of its parts stands at. */
    public enum State {
        /** The body owes an answer. */
        OPEN,
        /** The body handed back what it owed; the secretariat owes the next step. */
        RETURNED,
        /** The body has answered every part that is still its. */
        ANSWERED,
        /** Other shares took its place. */
        TRANSFERRED
    }

    static AnswerSlot opened(QuestionAssigned event) {
        return new AnswerSlot(
                event.assignmentId(),
                event.body(),
                event.role(),
                due(event.parts(), event.happenedAt()),
                event.due(),
                event.happenedAt(),
                event.clockStartedAt(),
                event.note(),
                null,
                List.of(),
                List.of(),
                List.of());
    }

    static AnswerSlot opened(AssignmentTransferred event) {
        return new AnswerSlot(
                event.assignmentId(),
                event.body(),
                event.role(),
                due(event.parts(), event.happenedAt()),
                event.due(),
                event.happenedAt(),
                event.clockStartedAt(),
                null,
                event,
                List.of(),
                List.of(),
                List.of());
    }

    /** {@return where the share stands as a whole} */
    public State state() {
        if (!parts(Standing.DUE).isEmpty()) {
            return State.OPEN;
        }
        if (!parts(Standing.RETURNED).isEmpty()) {
            return State.RETURNED;
        }
        return parts(Standing.ANSWERED).isEmpty() ? State.TRANSFERRED : State.ANSWERED;
    }

    /** {@return all parts that the body was asked to answer} */
    public List<Integer> parts() {
        return standings.stream().map(PartStanding::part).toList();
    }

    /** {@return the parts that stand there} */
    public List<Integer> parts(Standing standing) {
        return standings.stream()
                .filter(part -> part.standing == standing)
                .map(PartStanding::part)
                .toList();
    }

    /** {@return the parts that somebody owes a step on: those due, and those handed back} */
    public List<Integer> owed() {
        return standings.stream()
                .filter(AnswerSlot::isOwed)
                .map(PartStanding::part)
                .toList();
    }

    /** {@return where the part stands; empty if it was never in this share} */
    public Optional<Standing> standing(int part) {
        return standings.stream()
                .filter(standing -> standing.part == part)
                .map(PartStanding::standing)
                .findFirst();
    }

    /** {@return whether the share counts for the part} */
    public boolean answersFor(int part) {
        return standing(part)
                .filter(standing -> standing != Standing.TRANSFERRED)
                .isPresent();
    }

    /** {@return whether the share counts for the part, and its answer to it stands} */
    public boolean hasAnswered(int part) {
        return standing(part).filter(standing -> standing == Standing.ANSWERED).isPresent();
    }

    /** {@return whether the share counts for any part} */
    public boolean isLive() {
        return state() != State.TRANSFERRED;
    }

    /** {@return the moment from which on something can happen to these parts of the share} */
    Instant since(Collection<Integer> parts) {
        return standings.stream()
                .filter(standing -> parts.contains(standing.part))
                .map(PartStanding::since)
                .max(Comparator.naturalOrder())
                .orElse(openedAt);
    }

    boolean knows(AnswerId answer) {
        return answers.stream().anyMatch(noted -> noted.answerId().equals(answer));
    }

    /** An answer counts for what is still here; what passed on meanwhile is owed by the share that took it over. */
    AnswerSlot answered(AnswerNoted event) {
        List<Integer> covered =
                event.dispositions().stream().map(PartDisposition::part).toList();
        return with(
                moved(
                        part -> covered.contains(part.part) && part.standing != Standing.TRANSFERRED,
                        Standing.ANSWERED,
                        event.happenedAt()),
                and(answers, event),
                returns,
                passedOn);
    }

    AnswerSlot returned(AssignmentReturnNoted event) {
        boolean everything = event.parts().isEmpty();
        return with(
                moved(
                        part -> part.standing == Standing.DUE
                                && (everything || event.parts().contains(part.part)),
                        Standing.RETURNED,
                        event.happenedAt()),
                answers,
                and(returns, event),
                passedOn);
    }

    AnswerSlot passedOn(AssignmentTransferred event) {
        return with(
                moved(part -> event.parts().contains(part.part), Standing.TRANSFERRED, event.happenedAt()),
                answers,
                returns,
                and(passedOn, event));
    }

    /** What was handed back waits for the secretariat all the same: the body would not take it up by itself. */
    AnswerSlot reopened(QuestionReopened event) {
        return with(
                moved(
                        part -> part.standing == Standing.ANSWERED
                                && event.parts().contains(part.part),
                        Standing.DUE,
                        event.happenedAt()),
                answers,
                returns,
                passedOn);
    }

    private List<PartStanding> moved(Predicate<PartStanding> which, Standing next, Instant at) {
        return standings.stream()
                .map(part -> which.test(part) ? new PartStanding(part.part, next, at) : part)
                .toList();
    }

    private AnswerSlot with(
            List<PartStanding> parts,
            List<AnswerNoted> given,
            List<AssignmentReturnNoted> handedBack,
            List<AssignmentTransferred> gone) {
        return new AnswerSlot(
                assignmentId,
                body,
                role,
                parts,
                due,
                openedAt,
                clockStartedAt,
                note,
                takenOver,
                given,
                handedBack,
                gone);
    }

    private static boolean isOwed(PartStanding part) {
        return part.standing == Standing.DUE || part.standing == Standing.RETURNED;
    }

    private static List<PartStanding> due(List<Integer> parts, Instant at) {
        return parts.stream()
                .distinct()
                .sorted()
                .map(part -> new PartStanding(part, Standing.DUE, at))
                .toList();
    }

    private static <T> List<T> and(List<T> list, T next) {
        List<T> all = new ArrayList<>(list);
        all.add(next);
        return List.copyOf(all);
    }
}
