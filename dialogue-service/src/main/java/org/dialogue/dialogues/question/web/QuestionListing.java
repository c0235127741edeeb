package org.dialogue.dialogues.question.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.people.People;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.AnswerSlot;
import org.dialogue.dialogues.question.Awaiting;
import org.dialogue.dialogues.question.QuestionList;
import org.dialogue.dialogues.question.QuestionList.Entry;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.QuestionStatus;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.rules.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of questions as somebody may see it. A question that is led stands where its lead stands. */
@Component
class QuestionListing {

    private final QuestionList list;
    private final Questions questions;
    private final Programmes programmes;
    private final Directory directory;
    private final People people;

    QuestionListing(QuestionList list, Questions questions, Programmes programmes, Directory directory, People people) {
        this.list = list;
        this.questions = questions;
        this.programmes = programmes;
        this.directory = directory;
        this.people = people;
    }

    /** What is asked for; of several values of one field, one is enough. */
    record Filter(
            @Nullable List<QuestionStatus> status,
            @Nullable List<ProgrammeId> programme,
            @Nullable List<UnitId> unit,
            @Nullable List<BodyId> body,
            @Nullable List<PersonId> asker,
            @Nullable List<String> topic,
            @Nullable QuestionId lead,
            @Nullable Direction direction,
            @Nullable List<Awaiting> awaiting) {}

    /**
     * A page of what the reader may read.
     *
     * @throws InvalidInput naming the parameter that refers to nothing, or makes no sense
     */
    Page<ListedQuestion> page(Actor reader, Filter filter, @Nullable String sort, @Nullable String cursor, int limit) {
        ListQuery query = ListQuery.page(cursor, limit).sorted(sort);
        query = among(query, "programme", filter.programme, programmes::programmeIn);
        query = among(query, "unit", filter.unit, directory::unitIn);
        query = among(query, "body", filter.body, directory::bodyIn);
        query = among(query, "asker", filter.asker, people::personIn);
        query = among(query, "topic", topics(filter), (field, topic) -> topic);
        for (String topic : Lists.copy(filter.topic)) {
            query = query.provided(() -> mustBeSpokenOf(reader, topic));
        }
        query = among(query, "awaiting", filter.awaiting, (field, step) -> step);
        query = query.where("direction", filter.direction);
        if (filter.lead != null) {
            QuestionId lead = filter.lead;
            query = query.provided(() -> mustBeKnown(reader, lead)).where("lead", lead);
        }
        List<Condition> seen = new ArrayList<>(readableBy(reader));
        List<QuestionStatus> wanted = Lists.copy(filter.status);
        if (!wanted.isEmpty()) {
            // A cursor remembers what is asked for, and not the leads, which move while pages are turned.
            query = query.where(new Condition.AnyOf(List.of(own(wanted), new Condition.Between("status", null, null))));
            seen.add(standing(wanted));
        }
        if (!seen.isEmpty()) {
            query = query.visibleBy(new Condition.AllOf(seen));
        }
        Map<QuestionId, QuestionState> leads = new HashMap<>();
        return list.page(query).map(entry -> listed(entry, leadOf(entry, reader, leads)));
    }

    private static <T> ListQuery among(
            ListQuery query, String field, @Nullable List<T> values, BiFunction<String, T, ?> check) {
        List<T> given = Lists.copy(values);
        ListQuery checked = query;
        for (T value : given) {
            checked = checked.provided(() -> check.apply(field, value));
        }
        return given.isEmpty() ? checked : checked.where(new Condition.In(field, given));
    }

    private static List<String> topics(Filter filter) {
        return Lists.copy(filter.topic).stream().map(Topic::key).toList();
    }

    private static List<Condition> readableBy(Actor reader) {
        Condition readable = ReadingPolicy.questionsReadableBy(reader, "visibility", "readers", "asker");
        return readable == null ? List.of() : List.of(readable);
    }

    /** A topic is there for a reader where a question says so that this reader may read. */
    private void mustBeSpokenOf(Actor reader, String topic) {
        ListQuery query = ListQuery.page(null, 1).where("topic", Topic.key(topic));
        List<Condition> readable = readableBy(reader);
        if (list.page(readable.isEmpty() ? query : query.visibleBy(readable.get(0)))
                .items()
                .isEmpty()) {
            throw InvalidInput.unknownReference("topic", "topic", topic);
        }
    }

    private void mustBeKnown(Actor reader, QuestionId lead) {
        if (questions.questionFor(reader, lead).isEmpty()) {
            throw InvalidInput.unknownReference("lead", "question", lead.value());
        }
    }

    private Condition standing(List<QuestionStatus> wanted) {
        List<QuestionId> leads = list.leads().stream()
                .filter(lead -> list.entry(lead)
                        .filter(entry -> wanted.contains(entry.question().status()))
                        .isPresent())
                .toList();
        Condition alone = new Condition.AllOf(List.of(new Condition.Is("lead", null), own(wanted)));
        return leads.isEmpty() ? alone : new Condition.AnyOf(List.of(alone, new Condition.In("lead", leads)));
    }

    private static Condition own(List<QuestionStatus> wanted) {
        return new Condition.In("status", wanted.stream().map(Enum::ordinal).toList());
    }

    private @Nullable QuestionState leadOf(Entry entry, Actor reader, Map<QuestionId, QuestionState> known) {
        QuestionId lead = entry.question().lead();
        if (lead == null) {
            return null;
        }
        if (!known.containsKey(lead)) {
            list.entry(lead)
                    .map(Entry::question)
                    .filter(found -> Questions.isReadableBy(reader, found))
                    .ifPresent(found -> known.put(lead, found));
        }
        return known.get(lead);
    }

    private static ListedQuestion listed(Entry entry, @Nullable QuestionState lead) {
        QuestionState question = entry.question();
        return new ListedQuestion(
                question.id(),
                entry.number(),
                question.programmeId(),
                lead == null ? question.status() : lead.status(),
                Awaiting.of(question),
                question.raised().direction(),
                question.raised().asker(),
                question.raised().unit(),
                question.wording().text(),
                question.wording().parts(),
                question.wording().topics(),
                question.visibility(),
                question.slots().stream()
                        .filter(AnswerSlot::isLive)
                        .map(AnswerSlot::body)
                        .distinct()
                        .toList(),
                lead == null ? null : lead.id(),
                question.raised().happenedAt());
    }
}
