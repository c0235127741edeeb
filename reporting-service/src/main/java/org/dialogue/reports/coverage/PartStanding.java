package org.dialogue.reports.coverage;

import java.time.LocalDate;
import java.util.List;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.reports.background.QuestionFacts;
import org.jspecify.annotations.Nullable;

/**
 * Where one part of a question stands.
 *
 * @param debts who owes what since when; not empty exactly when the state is {@code OWED}
 * @param slots the bodies that were asked
 * @param disposition the chair's decision, or the leading body's proposal until then; absent unless it is answered
 * @param reasons the words of that decision or proposal
 * @param concluded whether the chair has decided
 */
public record PartStanding(
        QuestionFacts question,
        QuestionPart part,
        PartState state,
        List<Debt> debts,
        List<SlotStanding> slots,
        @Nullable Disposition disposition,
        @Nullable String reasons,
        boolean concluded) {

    /** @throws IllegalArgumentException if something is owed in another state than {@code OWED}, or nothing in it */
    public PartStanding {
        debts = List.copyOf(debts);
        slots = List.copyOf(slots);
        if ((state == PartState.OWED) == debts.isEmpty()) {
            throw new IllegalArgumentException("something is owed exactly when the state is OWED");
        }
    }

    /** {@return whether the body was asked to answer this part} */
    public boolean concerns(String body) {
        return slots.stream().anyMatch(slot -> slot.body().value().equals(body));
    }

    /** {@return whether the body, or {@link Debt#SECRETARIAT}, owes the next step} */
    public boolean isOwedBy(String debtor) {
        return debts.stream().anyMatch(debt -> debt.debtor().equals(debtor));
    }

    /** {@return whether somebody owes the next step beyond its due date} */
    public boolean isLate(LocalDate today) {
        return debts.stream().anyMatch(debt -> debt.isLate(today));
    }
}
