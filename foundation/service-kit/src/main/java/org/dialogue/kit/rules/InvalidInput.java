package org.dialogue.kit.rules;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The input itself is wrong, whatever the state of things (HTTP 400). Names every field and rule. */
public final class InvalidInput extends DomainException {

    private final List<Violation> violations;

    /**
     * Refuses one field.
     *
     * @param field where, as in {@link Violation#field()}
     * @param rule the stable name of the rule
     * @param detail one sentence for people, in English
     * @param arguments what the sentence speaks of, for other languages
     */
    public InvalidInput(String field, String rule, String detail, Object... arguments) {
        this(List.of(new Violation(field, rule, detail, arguments)));
    }

    /** Refuses several fields at once; there must be at least one. */
    public InvalidInput(List<Violation> violations) {
        super(
                "invalid-input",
                violations.stream()
                        .map(violation -> violation.field() + ": " + violation.detail())
                        .collect(Collectors.joining("; ")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid input needs at least one violation");
        }
        this.violations = List.copyOf(violations);
    }

    /**
     * Refuses a field that refers to something there is not.
     *
     * @param field where, as in {@link Violation#field()}
     * @param kind what it refers to, such as {@code programme}
     * @param id the id that nothing has
     * @return the refusal, with the rule {@code unknown-reference}
     */
    public static InvalidInput unknownReference(String field, String kind, Object id) {
        return new InvalidInput(field, "unknown-reference", "there is no " + kind + " " + id, kind, id);
    }

    /**
     * Makes a value that checks itself, and names the field if it refuses.
     *
     * @param field where the value comes from, as in {@link Violation#field()}
     * @param value makes it, throwing {@link IllegalArgumentException} if it is not valid
     * @return the value
     * @throws InvalidInput in place of the {@link IllegalArgumentException}, with the rule {@code format}
     */
    public static <T> T checked(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException invalid) {
            throw new InvalidInput(field, "format", String.valueOf(invalid.getMessage()));
        }
    }

    /**
     * Makes all checks, so that the caller hears of all that is wrong at once.
     *
     * @param checks each throws {@link InvalidInput} for what is wrong
     * @throws InvalidInput naming everything, if any of them did
     */
    public static void checkAll(Runnable... checks) {
        Findings findings = new Findings();
        for (Runnable check : checks) {
            findings.collect(check);
        }
        findings.refuseIfAny();
    }

    /** {@return what is wrong, at least one} */
    public List<Violation> violations() {
        return violations;
    }
}
