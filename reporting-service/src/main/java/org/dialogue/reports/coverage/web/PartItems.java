package org.dialogue.reports.coverage.web;

import java.util.List;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.SlotStanding;
import org.dialogue.reports.coverage.web.PartItem.Asked;
import org.dialogue.reports.coverage.web.PartItem.Owed;
import org.dialogue.reports.web.Ages;
import org.dialogue.reports.web.Named;

/** Shows parts of questions. */
record PartItems(Background background, Ages ages) {

    PartItem show(PartStanding standing) {
        QuestionFacts question = standing.question();
        return new PartItem(
                question.id().value(),
                standing.part().number(),
                standing.part().text(),
                question.programme().value(),
                question.direction(),
                Named.unit(question.unit(), background),
                question.topicsOf(List.of(standing.part().number())),
                question.raisedAt(),
                question.groupLead() == null ? null : question.groupLead().value(),
                standing.state(),
                standing.disposition(),
                standing.reasons(),
                standing.concluded(),
                standing.debts().stream().map(this::owed).toList(),
                standing.slots().stream().map(this::asked).toList());
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
