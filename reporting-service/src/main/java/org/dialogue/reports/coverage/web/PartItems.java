package org.dialogue.reports.coverage.web;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.coverage.web.PartItem.Asked;
import org.dialogue.reports.coverage.web.PartItem.Awaited;
import org.dialogue.reports.coverage.web.PartItem.Owed;
import org.dialogue.reports.coverage.web.PartList.Part;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.OutstandingStep;
import org.dialogue.reports.folds.coverage.PartStatus;
import org.dialogue.reports.folds.coverage.SlotStanding;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.web.Ages;
import org.dialogue.reports.web.Named;
import org.jspecify.annotations.Nullable;

/** Shows parts of questions to a reader. */
final class PartItems {

    private final Coverage coverage;
    private final Faults faults;
    private final ReferenceData reference;
    private final Reader reader;
    private final Topics topics;
    private final Ages ages;

    PartItems(Coverage coverage, Faults faults, Reader reader, Topics topics, Ages ages) {
        this.coverage = coverage;
        this.faults = faults;
        this.reference = coverage.reference();
        this.reader = reader;
        this.topics = topics;
        this.ages = ages;
    }

    PartItem show(Part part) {
        QuestionFacts question = part.question().question();
        PartStatus standing = coverage.partsOf(question).get(part.place());
        QuestionId with = standing.with();
        boolean withHidden = with != null && !reader.maySee(with, reference);
        return new PartItem(
                question.id().value(),
                reference.numbers().number(question.id()),
                standing.part().number(),
                standing.part().text(),
                question.corrected(),
                question.programme().value(),
                question.raisedIn().equals(question.programme())
                        ? null
                        : question.raisedIn().value(),
                question.direction(),
                Named.unit(question.unit(), reference),
                topics.shown(question.topicsOf(List.of(standing.part().number()))),
                question.raisedAt(),
                visible(question.groupLead()),
                visible(with),
                followers(question),
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
        return question != null && reader.maySee(question, reference) ? question.value() : null;
    }

    private List<String> followers(QuestionFacts question) {
        return coverage.followersOf(question).stream()
                .filter(reader::maySee)
                .map(follower -> follower.id().value())
                .sorted()
                .toList();
    }

    private @Nullable String fault(QuestionFacts question) {
        List<Object> parts = new ArrayList<>(coverage.slotsOf(question));
        parts.add(0, question.id());
        return faults.told(parts);
    }

    private Owed owed(OutstandingStep debt) {
        AssignmentId assignment = debt.assignment();
        return new Owed(
                debt.debtor(),
                debt.body() == null ? null : Named.body(debt.body(), reference),
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
                Named.body(slot.body(), reference),
                slot.role(),
                slot.answeredAt(),
                slot.assignment().value());
    }
}
