package org.dialogue.reports.coverage.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.background.Topics;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.SlotStanding;
import org.dialogue.reports.coverage.web.PartItem.Asked;
import org.dialogue.reports.coverage.web.PartItem.Awaited;
import org.dialogue.reports.coverage.web.PartItem.Owed;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.ViewState;
import org.dialogue.reports.web.Ages;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/** Shows parts of questions to a reader. */
final class PartItems {

    private final ViewState<Coverage> now;
    private final Background background;
    private final Reader reader;
    private final Topics topics;
    private final Ages ages;
    private final Map<QuestionId, List<String>> followers = new HashMap<>();

    PartItems(ViewState<Coverage> now, Reader reader, Topics topics, Ages ages) {
        this.now = now;
        this.background = now.view().background();
        this.reader = reader;
        this.topics = topics;
        this.ages = ages;
        background.questions().values().stream()
                .filter(question -> question.groupLead() != null)
                .filter(reader::maySee)
                .forEach(question -> now.view()
                        .leadOf(question)
                        .ifPresent(lead -> followers
                                .computeIfAbsent(lead.id(), first -> new ArrayList<>())
                                .add(question.id().value())));
        followers.values().forEach(Collections::sort);
    }

    PartItem show(PartStanding standing) {
        QuestionFacts question = standing.question();
        QuestionId with = standing.with();
        boolean withHidden = with != null && !reader.maySee(with, background);
        return new PartItem(
                question.id().value(),
                background.numbers().number(question.id()),
                standing.part().number(),
                standing.part().text(),
                question.corrected(),
                question.programme().value(),
                question.raisedIn().equals(question.programme())
                        ? null
                        : question.raisedIn().value(),
                question.direction(),
                Named.unit(question.unit(), background),
                topics.shown(question.topicsOf(List.of(standing.part().number()))),
                question.raisedAt(),
                visible(question.groupLead()),
                visible(with),
                followers.getOrDefault(question.id(), List.of()),
                standing.state(),
                withHidden ? null : standing.disposition(),
                withHidden ? null : standing.reasons(),
                standing.concluded(),
                standing.debts().stream().map(this::owed).toList(),
                standing.slots().stream().map(this::asked).toList(),
                standing.awaitsConclusionSince()
                        .map(since -> new Awaited(since, ages.daysSince(since)))
                        .orElse(null),
                fault(question));
    }

    private @Nullable String visible(@Nullable QuestionId question) {
        return question != null && reader.maySee(question, background) ? question.value() : null;
    }

    private @Nullable String fault(QuestionFacts question) {
        List<Object> parts = new ArrayList<>(now.view().slotsOf(question));
        parts.add(0, question.id());
        return now.faults().told(parts);
    }

    private Owed owed(Debt debt) {
        AssignmentId assignment = debt.assignment();
        return new Owed(
                debt.debtor(),
                debt.body() == null ? null : Named.body(debt.body(), background),
                debt.step(),
                debt.since(),
                ages.daysSince(debt.since()),
                debt.due(),
                debt.isLate(ages.today()),
                debt.expectedOn(),
                assignment == null ? null : assignment.value());
    }

    private Asked asked(SlotStanding slot) {
        return new Asked(
                Named.body(slot.body(), background),
                slot.role(),
                slot.answeredAt(),
                slot.assignment().value());
    }
}
