package org.dialogue.reports.coverage;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.events.Identifier;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.views.HistoryEntry;
import org.dialogue.reports.views.ViewFold;
import org.jspecify.annotations.Nullable;
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
        Background nextBackground = background.after(entry);
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

    /** {@return where every part of one question stands, in the question's order} */
    public List<PartStanding> partsOf(QuestionFacts question) {
        List<PartStanding> own = ownParts(question);
        return leadOf(question)
                .map(lead -> new GroupStanding(ownParts(lead)).servingTo(lead.id(), own))
                .orElse(own);
    }

    private List<PartStanding> ownParts(QuestionFacts question) {
        AskedQuestion told = told(question);
        return IntStream.range(0, question.parts().size())
                .mapToObj(place -> new PartJudgement(question, place, told, desks).standing())
                .toList();
    }

    /**
     * The question whose answer and conclusion serve another: the lead of its group. A question that was taken back, or that
     * bodies have a share in answering themselves (as older history allowed), stands by itself; so does one whose lead is
     * not known here, was taken back, or is led in a circle.
     */
    public Optional<QuestionFacts> leadOf(QuestionFacts question) {
        Set<QuestionId> met = new HashSet<>(Set.of(question.id()));
        QuestionFacts current = question;
        for (QuestionFacts next = directLead(current); next != null; next = directLead(current)) {
            if (!met.add(next.id())) {
                return Optional.empty();
            }
            current = next;
        }
        return current == question ? Optional.empty() : Optional.of(current);
    }

    private @Nullable QuestionFacts directLead(QuestionFacts question) {
        QuestionId id = question.groupLead();
        if (id == null || told(question).withdrawnAt() != null || told(question).hasSlotOf(question.partNumbers())) {
            return null;
        }
        QuestionFacts lead = background.questions().get(id);
        return lead == null || told(lead).withdrawnAt() != null ? null : lead;
    }

    private AskedQuestion told(QuestionFacts question) {
        return asked.getOrDefault(question.id(), AskedQuestion.UNASSIGNED);
    }

    /** {@return the answer slots of a question, by which the faults of its shares are found} */
    public Set<AssignmentId> slotsOf(QuestionFacts question) {
        return told(question).slots().keySet();
    }

    /**
     * Whether something has a place in this view, or belongs to another: for the faults of what has none.
     *
     * @param aggregateId with its kind, such as {@code question:q7}
     */
    public boolean shows(String aggregateId) {
        String value = aggregateId.replaceFirst("^[^:]*:?", "");
        boolean named = Identifier.FORMAT.matcher(value).matches();
        return switch (aggregateId.replaceFirst(":.*", "")) {
            case "question" -> named && background.questions().containsKey(new QuestionId(value));
            case "assignment" -> named && hasSlot(new AssignmentId(value));
            case "commitment", "alarm" -> true;
            default -> false;
        };
    }

    private boolean hasSlot(AssignmentId id) {
        return asked.values().stream().anyMatch(question -> question.slots().containsKey(id));
    }
}
