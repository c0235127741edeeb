package org.dialogue.dialogues.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.AggregateProjection;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of questions, a moment behind their own histories. */
@Component
@ProcessingGroup("question-list")
public class QuestionList implements GroupIndex {

    private static final int MANY = Page.MAX_LIMIT;

    private final AggregateProjection<QuestionEvent, Entry> questions;

    /**
     * An entry of the list.
     *
     * @param number the running number in the programme where it was raised
     * @param question as its history tells, without the events themselves
     */
    public record Entry(@Nullable Long number, QuestionState question) {}

    QuestionList(Projections projections, QuestionNumbers numbers) {
        questions = projections.ofAggregates(ProjectionDefinition.<QuestionEvent, Entry>of(
                        "question_list",
                        QuestionEvent.class,
                        Entry.class,
                        QuestionEvent::questionId,
                        (before, event) -> after(before, event, numbers))
                .sortedBy("number", Entry::number)
                .sortedBy("happenedAt", entry -> entry.question().raised().happenedAt())
                .sortedBy("status", entry -> entry.question().status().ordinal())
                .filteredBy("programme", entry -> entry.question().programmeId())
                .filteredBy("unit", entry -> entry.question().raised().unit())
                .filteredBy("body", entry -> bodies(entry.question()))
                .filteredBy("asker", entry -> entry.question().raised().asker().id())
                .filteredBy("topic", entry -> topics(entry.question()))
                .filteredBy("lead", entry -> entry.question().lead())
                .filteredBy("direction", entry -> entry.question().raised().direction())
                .filteredBy("awaiting", entry -> Awaiting.of(entry.question()))
                .filteredBy("visibility", entry -> entry.question().visibility().kind())
                .filteredBy("readers", entry -> entry.question().visibility().bodies()));
    }

    /** {@return a page of the questions} */
    public Page<Entry> page(ListQuery query) {
        return questions.page(query);
    }

    /** {@return the question's entry, a moment behind} */
    public Optional<Entry> entry(QuestionId id) {
        return questions.find(id);
    }

    /** {@return the questions that lead others, as far as the followers are known} */
    public List<QuestionId> leads() {
        return all(new Condition.Between("lead", null, null)).stream()
                .map(entry -> Objects.requireNonNull(entry.question().lead()))
                .distinct()
                .toList();
    }

    /** {@return all entries that meet the condition} */
    public List<Entry> all(Condition condition) {
        List<Entry> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Entry> page = questions.page(ListQuery.page(cursor, MANY).where(condition));
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Override
    public List<QuestionId> followersOf(QuestionId lead) {
        return all(new Condition.Is("lead", lead)).stream()
                .map(entry -> entry.question().id())
                .toList();
    }

    /** {@return the questions that a question leads: those it knows of, and those that older history tells of alone} */
    public List<QuestionId> followersOf(QuestionState question) {
        List<QuestionId> followers = new ArrayList<>(question.followers().stream()
                .map(QuestionFollowerAdded::follower)
                .toList());
        followersOf(question.id()).stream()
                .filter(follower -> !followers.contains(follower))
                .filter(follower -> question.all(QuestionFollowerReleased.class)
                        .noneMatch(released -> released.follower().equals(follower)))
                .forEach(followers::add);
        return followers;
    }

    @EventHandler
    void on(QuestionEvent event, @SequenceNumber long sequence) {
        questions.apply(event, sequence);
    }

    private static Entry after(@Nullable Entry before, QuestionEvent event, QuestionNumbers numbers) {
        QuestionState question = QuestionState.after(before == null ? null : before.question, event);
        Long number = before == null ? numbers.of(question.id()) : before.number;
        return new Entry(number, question.withoutEvents());
    }

    private static List<BodyId> bodies(QuestionState question) {
        return question.slots().stream()
                .filter(AnswerSlot::isLive)
                .map(AnswerSlot::body)
                .distinct()
                .toList();
    }

    private static List<String> topics(QuestionState question) {
        List<String> topics = new ArrayList<>(question.wording().topics());
        question.wording().parts().forEach(part -> topics.addAll(part.topics()));
        return topics.stream().map(Topic::key).distinct().toList();
    }
}
