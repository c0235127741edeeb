package org.dialogue.answers.edge;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.reference.ReferenceDataProjection;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.dialogue.kit.rules.Findings;
import org.jspecify.annotations.Nullable;

/**
 * Filters of a list. Several values of one filter are alternatives, no value asks for nothing, and what a value names must
 * be there for the reader: a slip of the keyboard must not look like an empty list.
 */
public final class ListFilters {

    private final ReferenceDataProjection knowledge;
    private final Actor reader;
    private final Findings findings = new Findings();
    private ListQuery query;

    /** Filters for a reader, to be added to a query. */
    public ListFilters(ReferenceDataProjection knowledge, Actor reader, ListQuery query) {
        this.knowledge = knowledge;
        this.reader = reader;
        this.query = query;
    }

    /** Filters by values that need not be known. */
    public ListFilters among(String field, @Nullable Collection<?> values) {
        if (values != null) {
            findings.require(!values.isEmpty(), field, "not-empty.filter", "leave the filter out, or give it a value");
            query = query.where(new Condition.In(field, values));
        }
        return this;
    }

    /** Filters by bodies. */
    public ListFilters bodies(String field, @Nullable List<BodyId> bodies) {
        return known(field, "body", bodies, body -> knowledge.body(body).isPresent());
    }

    /** Filters by questions that the reader may read. */
    public ListFilters questions(String field, @Nullable List<QuestionId> questions) {
        return known(
                field,
                "question",
                questions,
                question -> knowledge
                        .question(question)
                        .filter(known -> known.mayBeReadBy(reader))
                        .isPresent());
    }

    /** Filters by programmes. */
    public ListFilters programmes(String field, @Nullable List<ProgrammeId> programmes) {
        return known(
                field,
                "programme",
                programmes,
                programme -> knowledge.programme(programme).isPresent());
    }

    /**
     * Filters by the programmes in which questions are followed up today.
     *
     * @param parameter what the caller calls the filter
     * @param field the field with the question
     */
    public ListFilters questionsOf(String parameter, String field, @Nullable List<ProgrammeId> programmes) {
        if (programmes != null) {
            requireKnown(
                    parameter,
                    "programme",
                    programmes,
                    programme -> knowledge.programme(programme).isPresent());
            query = query.where(new Condition.In(
                    field,
                    programmes.stream()
                            .flatMap(programme -> knowledge.questionsIn(programme).stream())
                            .map(QuestionReference::questionId)
                            .toList()));
        }
        return this;
    }

    /** {@return the query with all filters, which the list refuses for every value that is not there for the reader} */
    public ListQuery query() {
        return query.refusing(findings.violations());
    }

    private <T> ListFilters known(String field, String kind, @Nullable List<T> values, Predicate<T> isKnown) {
        if (values != null) {
            requireKnown(field, kind, values, isKnown);
        }
        return among(field, values);
    }

    private <T> void requireKnown(String parameter, String kind, List<T> values, Predicate<T> isKnown) {
        values.forEach(value -> findings.require(
                isKnown.test(value),
                parameter,
                "unknown-reference.not-arrived",
                "no " + kind + " " + value + " is known here; if it is new, it may not have arrived yet",
                kind,
                value));
    }
}
