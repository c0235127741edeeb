package org.dialogue.events.programme;

import java.math.BigDecimal;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.SourceNote;
import org.jspecify.annotations.Nullable;

/**
 * A number stated at a programme, kept as background to its questions.
 *
 * @param label what was counted
 * @param value the number
 * @param unit of what, such as "commune-level units"
 * @param approximate whether the source says "about" or "more than"
 * @param source where it was stated
 */
public record Figure(
        BilingualName label,
        BigDecimal value,
        String unit,
        boolean approximate,
        @Nullable SourceNote source) {}
