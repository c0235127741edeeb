package org.dialogue.reports.coverage;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The view that leaves no question unanswered silently. What each service told is kept apart and brought together when
 * read ({@link PartJudgement}): so it does not matter whether an answer or its question becomes known first.
 *
 * @param asked by question, as dialogue-service tells it
 * @param desks by answer slot, as answer-service tells it
 */
public record Coverage(Background background, PMap<QuestionId, AskedQuestion> asked, PMap<AssignmentId, Desk> desks) {

    /** Before anything was asked. */
    public static final Coverage EMPTY = new Coverage(Background.EMPTY, HashTreePMap.empty(), HashTreePMap.empty());

    /** How the view is folded. */
    public static final ViewFold<Coverage> FOLD = new ViewFold<>("coverage", EMPTY, Coverage::after);

    /**
     * The step of the fold.
     *
     * @param entry what became known
     * @return the coverage after it
     * @throws IllegalStateException if it goes on with something that never entered history
     */
    public Coverage after(HistoryEntry entry) {
        if (entry.event() instanceof AssignmentEvent event) {
            Desk desk = desks.getOrDefault(event.assignmentId(), Desk.UNTOUCHED);
            return new Coverage(background, asked, desks.plus(event.assignmentId(), desk.after(event)));
        }
        Background nextBackground = background.after(entry.event());
        PMap<QuestionId, AskedQuestion> nextAsked = asked;
        if (entry.event() instanceof QuestionEvent event) {
            AskedQuestion question = asked.getOrDefault(event.questionId(), AskedQuestion.UNASSIGNED);
            nextAsked = asked.plus(event.questionId(), question.after(event));
        }
        return nextBackground == background && nextAsked == asked
                ? this
                : new Coverage(nextBackground, nextAsked, desks);
    }

    /** {@return where every part of every question stands} */
    public Stream<PartStanding> parts() {
        return background.questions().values().stream().flatMap(question -> partsOf(question).stream());
    }

    /** {@return where every part of one question stands, by number} */
    public List<PartStanding> partsOf(QuestionFacts question) {
        AskedQuestion told = asked.getOrDefault(question.id(), AskedQuestion.UNASSIGNED);
        return question.parts().stream()
                .map(part -> new PartJudgement(question, part, told, desks).standing())
                .toList();
    }
}
