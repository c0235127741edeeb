package org.dialogue.kit.web;

import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Stable names, and sentences, for what Spring and Bean Validation refuse. */
final class ProblemCodes {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private ProblemCodes() {}

    /** {@code NotBlank} becomes {@code not-blank}. */
    static String named(@Nullable String code) {
        return code == null
                ? "invalid"
                : code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /**
     * A constraint that is not met. Its sentence is ours, because Hibernate's depends on the JVM and gives no example; a
     * constraint that says {@code message = "{key}"} has the sentence of that key.
     */
    static Violation constraint(String field, ConstraintViolation<?> unmet, Wordings wordings) {
        String rule = named(
                unmet.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName());
        String template = unmet.getMessageTemplate();
        boolean ofItsOwn = template.startsWith("{") && !template.endsWith(".message}");
        String wording = ofItsOwn ? template.substring(1, template.length() - 1) : rule + variant(rule, unmet);
        List<Object> arguments = arguments(unmet.getConstraintDescriptor().getAttributes());
        String english = wordings.find(Language.ENGLISH, wording, arguments)
                .orElseGet(() -> template.startsWith("{") ? Wordings.english("invalid") : template);
        return new Violation(field, rule, english, wording, arguments);
    }

    private static String variant(String rule, ConstraintViolation<?> unmet) {
        if (!rule.equals("size")) {
            return "";
        }
        Map<String, Object> bounds = unmet.getConstraintDescriptor().getAttributes();
        String kind = unmet.getInvalidValue() instanceof CharSequence ? ".text" : ".list";
        if (Objects.equals(bounds.get("min"), 0)) {
            return kind + ".most";
        }
        return kind + (Objects.equals(bounds.get("max"), UNBOUNDED) ? ".least" : "");
    }

    /** The numbers and patterns of a constraint, in an order of ours. */
    private static List<Object> arguments(Map<String, Object> attributes) {
        return Stream.of("min", "max", "integer", "fraction", "value")
                .map(attributes::get)
                .filter(Objects::nonNull)
                .toList();
    }

    static Violation missing(String parameter) {
        return new Violation(parameter, "required", "this parameter is required", "required.parameter", List.of());
    }

    static Violation mismatch(String field, TypeMismatchException mismatch) {
        Optional<String> ownWords = Stream.<Throwable>iterate(
                        mismatch.getCause(), cause -> cause != null, Throwable::getCause)
                .filter(cause -> cause.getClass() == IllegalArgumentException.class)
                .filter(cause -> cause.getCause() == null && cause.getMessage() != null)
                .map(Throwable::getMessage)
                .findFirst();
        Violation expected = JsonViolations.expectation(field, required(mismatch));
        if (expected.wording().equals("wrong-type.identifier")) {
            return new Violation(
                    field, "format", Wordings.english("format.identifier"), "format.identifier", List.of());
        }
        return expected.wording().equals("wrong-type") && ownWords.isPresent()
                ? new Violation(field, "format", ownWords.get())
                : expected;
    }

    /** Of a list it is the value that does not fit, not the list. */
    private static @Nullable Class<?> required(TypeMismatchException mismatch) {
        return mismatch.getCause() instanceof ConversionFailedException failed
                ? failed.getTargetType().getType()
                : mismatch.getRequiredType();
    }

    /** {@code 405} becomes {@code method-not-allowed}. */
    static String ruleOf(HttpStatusCode status) {
        return titleOf(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String titleOf(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return known == null ? "HTTP " + status.value() : known.getReasonPhrase();
    }
}
