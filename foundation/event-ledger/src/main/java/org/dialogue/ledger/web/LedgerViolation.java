package org.dialogue.ledger.web;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * What is wrong with a parameter of a request to the ledger.
 *
 * @param field its name
 * @param rule the stable name of the rule
 * @param detail one sentence for people, in English
 * @param arguments what the sentence speaks of, for an application that says it in another language
 */
public record LedgerViolation(
        String field,
        String rule,
        String detail,
        @JsonIgnore List<Object> arguments) {

    /** Keeps its own copy of the arguments. */
    public LedgerViolation {
        arguments = List.copyOf(arguments);
    }
}
