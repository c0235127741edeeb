package org.dialogue.events.commitment;

import java.math.BigDecimal;

/**
 * A commitment in numbers.
 *
 * @param unit what is counted, such as "redundant cadres"
 * @param baseline the number when the commitment was made
 * @param target the number promised
 * @param current the number last reported
 */
public record Measure(String unit, BigDecimal baseline, BigDecimal target, BigDecimal current) {

    /** {@return the same measure with a newly reported number} */
    public Measure at(BigDecimal reported) {
        return new Measure(unit, baseline, target, reported);
    }
}
