package org.dialogue.reports.folds.coverage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.events.Identifier;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.reference.Circle;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The view that leaves no question unanswered silently. What each service told is kept apart and brought together when
 * read ({@link PartStatusCalculator}): so it does not matter whether an answer or its question becomes known first.
 *
 * @param asked by question, as dialogue-service tells it
 * @param progress by answer slot, as answer-service tells it
 * @param index what pages and totals are read from
 */
public record Coverage(
        ReferenceData reference,
        PMap<QuestionId, AskedQuestion> asked,
        PMap<AssignmentId, AssignmentProgress> progress,
        @JsonIgnore CoverageIndex index) {

    /** Before and after all ids. */
    private static final String FIRST = "";

    private static final String LAST = "~";

    /** Before anything was asked. */
    public static final Coverage EMPTY =
            new Coverage(ReferenceData.EMPTY, HashTreePMap.empty(), HashTreePMap.empty(), CoverageIndex.EMPTY);

    /** Without an index: it follows from the rest. */
    @JsonCreator
    static Coverage of(
            @JsonProperty("reference") ReferenceData reference,
            @JsonProperty("asked") PMap<QuestionId, AskedQuestion> asked,
            @JsonProperty("progress") PMap<AssignmentId, AssignmentProgress> progress) {
        CoverageIndex index = CoverageIndex.EMPTY;
        for (Map.Entry<QuestionId, AskedQuestion> told : asked.entrySet()) {
            index = index.withSlots(
                    told.getKey(), Set.of(), told.getValue().slots().keySet());
        }
        for (QuestionFacts question : reference.questions().values()) {
            index = index.withLead(question.id(), null, question.groupLead());
        }
        Coverage whole = new Coverage(reference, asked, progress, index);
        List<QuestionRow> rows = reference.questions().values().parallelStream()
                .map(question -> QuestionRow.of(question, whole.partsOf(question)))
                .toList();
        for (QuestionRow row : rows) {
            index = index.with(row);
        }
        return new Coverage(reference, asked, progress, index);
    }

    /**
     * The step of the fold.
     *
     * @param entry what became known
     * @return the coverage after it
     * @throws IllegalStateException if it goes on with something that never entered history
     */
    public Coverage after(HistoryEntry entry) {
        if (entry.event() instanceof AssignmentEvent event) {
            AssignmentId id = event.assignmentId();
            AssignmentProgress next =
                    progress.getOrDefault(id, AssignmentProgress.UNTOUCHED).after(event);
            return new Coverage(reference, asked, progress.plus(id, next), index)
                    .judgedAgain(index.askedIn().getOrDefault(id, List.of()));
        }
        ReferenceData nextReference = reference.after(entry);
        if (entry.event() instanceof QuestionEvent event) {
            return after(event, nextReference);
        }
        return nextReference == reference ? this : new Coverage(nextReference, asked, progress, index);
    }

    private Coverage after(QuestionEvent event, ReferenceData nextReference) {
        QuestionId id = event.questionId();
        AskedQuestion before = asked.getOrDefault(id, AskedQuestion.UNASSIGNED);
        AskedQuestion next = before.after(event);
        CoverageIndex nextIndex = index.withSlots(
                        id, before.slots().keySet(), next.slots().keySet())
                .withLead(id, lead(reference, id), lead(nextReference, id));
        return new Coverage(nextReference, asked.plus(id, next), progress, nextIndex).judgedAgain(List.of(id));
    }

    private static @Nullable QuestionId lead(ReferenceData reference, QuestionId id) {
        QuestionFacts question = reference.questions().get(id);
        return question == null ? null : question.groupLead();
    }

    /** Judges the parts of questions again, and those of all that stand with them. */
    private Coverage judgedAgain(Collection<QuestionId> changed) {
        CoverageIndex next = index;
        for (QuestionId question : changed) {
            for (QuestionId served : index.servedBy(question)) {
                QuestionFacts facts = reference.questions().get(served);
                if (facts != null) {
                    next = next.with(QuestionRow.of(facts, partsOf(facts)));
                }
            }
        }
        return next == index ? this : new Coverage(reference, asked, progress, next);
    }

    /**
     * All questions, by when they were raised and then by id.
     *
     * @param from the first moment wanted; null for all
     * @param descending whether to go back from there; ids ascend also then
     */
    public Stream<QuestionRow> byRaising(@Nullable Instant from, boolean descending) {
        if (!descending) {
            return (from == null ? index.rows() : index.rows().tailMap(new QuestionRow.Key(from, FIRST), true))
                    .values().stream();
        }
        return Stream.iterate(
                        index.rows().floorEntry(new QuestionRow.Key(from == null ? Instant.MAX : from, LAST)),
                        Objects::nonNull,
                        one -> index.rows()
                                .lowerEntry(new QuestionRow.Key(one.getKey().raisedAt(), FIRST)))
                .map(one -> one.getKey().raisedAt())
                .flatMap(moment -> index
                        .rows()
                        .subMap(new QuestionRow.Key(moment, FIRST), true, new QuestionRow.Key(moment, LAST), true)
                        .values()
                        .stream());
    }

    /** {@return all questions, by when they were raised} */
    public Collection<QuestionRow> rows() {
        return index.rows().values();
    }

    /**
     * All questions, by number and then by id.
     *
     * @param from the first number wanted
     * @param descending whether to go back from there; ids ascend also then
     */
    public Stream<QuestionRow> byNumber(int from, boolean descending) {
        return reference.numbers().inOrder(from, descending).map(this::row);
    }

    private QuestionRow row(QuestionId id) {
        QuestionRow row = reference.question(id).map(index::row).orElse(null);
        if (row == null) {
            throw new IllegalArgumentException("no row of " + id);
        }
        return row;
    }

    /**
     * What parts add up to.
     *
     * @param visible which circles count
     * @param programme the programme that counts; empty for all
     */
    public List<PartTotals> totals(Predicate<Circle> visible, Optional<ProgrammeId> programme) {
        return index.totals().entrySet().stream()
                .filter(entry ->
                        programme.map(entry.getKey().programme()::equals).orElse(true))
                .filter(entry -> visible.test(entry.getKey().circle()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** {@return the topics of the questions that a reader may see} */
    public Topics topics(Predicate<Circle> visible) {
        return new Topics(index.topics(), visible);
    }

    /** {@return the questions that stand with this one, directly or not} */
    public List<QuestionFacts> followersOf(QuestionFacts lead) {
        return index.servedBy(lead.id()).stream()
                .flatMap(id -> reference.question(id).stream())
                .filter(question -> leadOf(question)
                        .map(QuestionFacts::id)
                        .filter(lead.id()::equals)
                        .isPresent())
                .toList();
    }

    /** {@return where every part of every question stands} */
    public Stream<PartStatus> parts() {
        return reference.questions().values().stream().flatMap(question -> partsOf(question).stream());
    }

    /** {@return where every part of one question stands, in the question's order} */
    public List<PartStatus> partsOf(QuestionFacts question) {
        List<PartStatus> own = ownParts(question);
        return leadOf(question)
                .map(lead -> new GroupStanding(ownParts(lead)).servingTo(lead.id(), own))
                .orElse(own);
    }

    private List<PartStatus> ownParts(QuestionFacts question) {
        AskedQuestion told = told(question);
        return IntStream.range(0, question.parts().size())
                .mapToObj(place -> new PartStatusCalculator(question, place, told, progress).standing())
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
        QuestionFacts lead = reference.questions().get(id);
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
            case "question" -> named && reference.questions().containsKey(new QuestionId(value));
            case "assignment" -> named && hasSlot(new AssignmentId(value));
            case "commitment", "alarm" -> true;
            default -> false;
        };
    }

    private boolean hasSlot(AssignmentId id) {
        return index.askedIn().containsKey(id);
    }
}
