package org.dialogue.answers.commitment.web;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.dialogue.events.commitment.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A promise in numbers.
 *
 * @param unit what is counted
 * @param baseline the number when it was promised
 * @param target the number promised
 * @param current the number now; absent for the baseline
 */
record MeasureInput(
        @NotBlank @Size(max = 200) String unit,
        @NotNull @Digits(integer = 15, fraction = 6) BigDecimal baseline,
        @NotNull @Digits(integer = 15, fraction = 6) BigDecimal target,
        @Nullable @Digits(integer = 15, fraction = 6) BigDecimal current) {

    Measure asMeasure() {
        return new Measure(unit, baseline, target, current == null ? baseline : current);
    }
}
