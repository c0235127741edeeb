package org.dialogue.kit.rules;

/**
 * One thing wrong with an input.
 *
 * @param field where, as a JSON path such as {@code parts[0].text}, or the name of a header or parameter
 * @param rule the stable name of the rule, lower case with hyphens
 * @param detail one sentence for people
 */
public record Violation(String field, String rule, String detail) {}
