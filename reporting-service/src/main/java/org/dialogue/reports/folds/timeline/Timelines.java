package org.dialogue.reports.folds.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;

/**
 * The view behind the timeline of each question: what belongs to a question. What happened to it is read from the ledger, by
 * aggregate.
 */
public record Timelines(PMap<QuestionId, Related> byQuestion) {

    /**
     * What belongs to a question.
     *
     * @param raised whether its raising is known
     * @param assignments those that an event of theirs says are about it
     * @param commitments those that follow from it
     */
    public record Related(boolean raised, PSet<AssignmentId> assignments, PSet<CommitmentId> commitments) {

        private static final Related NONE = new Related(false, HashTreePSet.empty(), HashTreePSet.empty());
    }

    /** How the view is folded. */
    public static final ViewFold<Timelines> FOLD =
            new ViewFold<>("timeline", new Timelines(HashTreePMap.empty()), Timelines::after);

    private Timelines after(HistoryEntry entry) {
        if (entry.event() instanceof AssignmentEvent event) {
            Related former = related(event.questionId());
            return former.assignments().contains(event.assignmentId())
                    ? this
                    : with(
                            event.questionId(),
                            new Related(
                                    former.raised(),
                                    former.assignments().plus(event.assignmentId()),
                                    former.commitments()));
        }
        if (entry.event() instanceof FollowUpCommitted promise) {
            return following(promise);
        }
        return entry.event() instanceof QuestionEvent event ? after(event) : this;
    }

    /** @throws IllegalStateException if it raises a question again, or changes one that was never raised */
    private Timelines after(QuestionEvent event) {
        Related former = related(event.questionId());
        if (event instanceof QuestionRaised) {
            if (former.raised()) {
                throw new IllegalStateException("history raises the question " + event.questionId() + " again");
            }
            return with(event.questionId(), new Related(true, former.assignments(), former.commitments()));
        }
        if (!former.raised() && changesTheQuestionItself(event)) {
            throw new IllegalStateException(
                    "history changes the question " + event.questionId() + ", which never entered it");
        }
        return this;
    }

    private static boolean changesTheQuestionItself(QuestionEvent event) {
        return event instanceof QuestionGrouped
                || event instanceof QuestionUngrouped
                || event instanceof QuestionCorrected
                || event instanceof QuestionVisibilityChanged
                || event instanceof QuestionCarriedOver;
    }

    private Timelines following(FollowUpCommitted promise) {
        Timelines next = this;
        for (QuestionParts subject : promise.subjects()) {
            Related former = next.related(subject.question());
            next = next.with(
                    subject.question(),
                    new Related(
                            former.raised(),
                            former.assignments(),
                            former.commitments().plus(promise.commitmentId())));
        }
        return next;
    }

    private Related related(QuestionId id) {
        return byQuestion.getOrDefault(id, Related.NONE);
    }

    private Timelines with(QuestionId id, Related related) {
        return new Timelines(byQuestion.plus(id, related));
    }

    /**
     * Everything that happened to a question, its assignments and the commitments that follow from it.
     *
     * @param id the question; one that is not known gives an empty list
     * @param state the view and what it reflects; what came later, or what it could not take, is left out
     * @param history where events are read
     * @return the events in the order in which the services recorded them
     */
    public static List<TimelineEntry> of(QuestionId id, ViewState<Timelines> state, History history) {
        Related related = state.view().related(id);
        List<Object> aggregates = new ArrayList<>(List.of(id));
        aggregates.addAll(related.assignments());
        aggregates.addAll(related.commitments());
        return aggregates.stream()
                .flatMap(aggregate -> taken(aggregate, state, history))
                .filter(entry -> !(entry.event() instanceof AssignmentEvent event)
                        || event.questionId().equals(id))
                .map(TimelineEntry::of)
                .sorted(Comparator.comparing(TimelineEntry::order))
                .toList();
    }

    private static Stream<HistoryEntry> taken(Object aggregate, ViewState<Timelines> state, History history) {
        Set<Long> leftOut = leftOut(state.faults(), aggregate);
        return history.ofAggregate(aggregate.toString()).stream()
                .filter(entry -> entry.position() <= state.position() && !leftOut.contains(entry.position()));
    }

    private static Set<Long> leftOut(Faults faults, Object aggregate) {
        return faults.of(aggregate).stream()
                .filter(ViewFault::isLeftOut)
                .map(fault -> fault.event().position())
                .collect(Collectors.toSet());
    }
}
