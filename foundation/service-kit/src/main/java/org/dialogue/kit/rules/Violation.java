package org.dialogue.kit.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * One thing wrong with an input.
 *
 * @param field where, as a JSON path such as {@code parts[0].text}, or the name of a header or parameter
 * @param rule the stable name of the rule, lower case with hyphens
 * @param detail one sentence for people, in English
 * @param wording under which key the sentence stands in other languages; the rule, unless one rule has several sentences
 * @param arguments what that sentence speaks of, in its order
 */
public record Violation(
        String field,
        String rule,
        String detail,
        @JsonIgnore String wording,
        @JsonIgnore List<Object> arguments) {

    /** Keeps its own copy of the arguments. */
    public Violation {
        arguments = List.copyOf(arguments);
    }

    /**
     * Something wrong whose sentence stands under the name of its rule.
     *
     * @param rule the rule, or the rule, a dot and which of its sentences: {@code unknown-reference.part}
     * @param arguments what the sentence speaks of, in the order of other languages' {@code {0}}, {@code {1}}
     */
    public Violation(String field, String rule, String detail, Object... arguments) {
        this(field, ruleOf(rule), detail, rule, List.of(arguments));
    }

    /** {@return the rule of a sentence, which is what stands before a dot} */
    public static String ruleOf(String wording) {
        int dot = wording.indexOf('.');
        return dot < 0 ? wording : wording.substring(0, dot);
    }
}
