package org.dialogue.reports.folds.coverage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.jspecify.annotations.Nullable;

/**
 * Where one part of a question stands.
 *
 * @param place where the part stands in the question, from 0; numbers may repeat in damaged history, places do not
 * @param debts who owes what since when; not empty when the state is {@code OWED}, unless another question serves this one
 * @param slots the bodies that were asked
 * @param disposition the chair's decision, or the leading body's proposal until then; absent unless it is answered
 * @param reasons the words of that decision or proposal
 * @param concluded whether the chair has decided
 * @param with the question whose answer and conclusion serve this one: it stands where that stands and owes nothing itself;
 *     absent if it stands by itself
 */
public record PartStatus(
        QuestionFacts question,
        int place,
        PartState state,
        List<OutstandingStep> debts,
        List<SlotStanding> slots,
        @Nullable Disposition disposition,
        @Nullable String reasons,
        boolean concluded,
        @Nullable QuestionId with) {

    /** @throws IllegalArgumentException if something is owed in another state than {@code OWED}, or nothing in it */
    public PartStatus {
        debts = List.copyOf(debts);
        slots = List.copyOf(slots);
        boolean owes = with == null && state == PartState.OWED;
        if (owes == debts.isEmpty()) {
            throw new IllegalArgumentException("something is owed exactly when the state is OWED");
        }
    }

    /** {@return the part, in its present words} */
    public QuestionPart part() {
        return question.parts().get(place);
    }

    /** {@return whether the body was asked to answer this part} */
    public boolean concerns(String body) {
        return slots.stream().anyMatch(slot -> slot.body().value().equals(body));
    }

    /** {@return whether the body, or {@link OutstandingStep#SECRETARIAT}, owes the next step} */
    public boolean isOwedBy(String debtor) {
        return debts.stream().anyMatch(debt -> debt.debtor().equals(debtor));
    }

    /** {@return whether somebody owes the next step beyond its due date} */
    public boolean isLate(LocalDate today) {
        return debts.stream().anyMatch(debt -> debt.isLate(today));
    }

    /** {@return since when the chair can conclude on it; empty unless everybody has answered and the chair has not decided} */
    public Optional<Instant> awaitsConclusionSince() {
        return with != null || concluded || state == PartState.OWED || state == PartState.WITHDRAWN
                ? Optional.empty()
                : slots.stream()
                        .map(SlotStanding::answeredAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder());
    }
}
