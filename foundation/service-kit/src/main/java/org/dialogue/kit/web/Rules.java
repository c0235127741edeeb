package org.dialogue.kit.web;

import java.util.List;
import java.util.Locale;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** Stable names for what Spring and Bean Validation refuse. */
final class Rules {

    private Rules() {}

    /** {@code NotBlank} becomes {@code not-blank}. */
    static String named(@Nullable String code) {
        return code == null
                ? "invalid"
                : code.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    static String text(@Nullable String message) {
        return message == null ? "is not valid" : message;
    }

    static Violation mismatch(String field, TypeMismatchException mismatch) {
        Class<?> required = required(mismatch);
        if (required != null && required.isEnum()) {
            return new Violation(field, "wrong-type", "must be one of " + List.of(required.getEnumConstants()));
        }
        for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException
                    && !(cause instanceof NumberFormatException)
                    && cause.getCause() == null
                    && cause.getMessage() != null) {
                return new Violation(field, "format", cause.getMessage());
            }
        }
        return new Violation(
                field, "wrong-type", "must be a " + (required == null ? "different type" : plain(required)));
    }

    /** Of a list it is the value that does not fit, not the list. */
    private static @Nullable Class<?> required(TypeMismatchException mismatch) {
        return mismatch.getCause() instanceof ConversionFailedException failed
                ? failed.getTargetType().getType()
                : mismatch.getRequiredType();
    }

    static String plain(Class<?> type) {
        return named(type.getSimpleName()).replace('-', ' ');
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
