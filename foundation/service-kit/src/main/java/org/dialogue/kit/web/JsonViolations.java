package org.dialogue.kit.web;

import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Finds out which field of a JSON body broke which rule. */
final class JsonViolations {

    private JsonViolations() {}

    static Violation of(HttpMessageNotReadableException unreadable) {
        Throwable cause = unreadable.getCause();
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return new Violation(path(unknown), "unknown-field", "there is no such field");
        }
        if (cause instanceof ValueInstantiationException invalid) {
            return new Violation(path(invalid), "format", rootMessage(invalid));
        }
        if (cause instanceof InvalidNullException missing) {
            return new Violation(path(missing), "required", "must not be null");
        }
        if (cause instanceof MismatchedInputException mismatch) {
            Class<?> target = mismatch.getTargetType();
            return new Violation(
                    path(mismatch), "wrong-type", target == null ? "has the wrong type" : expectation(target));
        }
        if (cause instanceof StreamReadException malformed) {
            return new Violation("", "malformed-json", "the body is not JSON: " + malformed.getOriginalMessage());
        }
        if (cause instanceof JacksonException other) {
            return new Violation(path(other), "invalid", other.getOriginalMessage());
        }
        return new Violation("", "required", "a JSON body is required");
    }

    private static String expectation(Class<?> target) {
        if (target.isEnum()) {
            return "must be one of " + List.of(target.getEnumConstants());
        }
        return "must be a " + Rules.plain(target);
    }

    private static String rootMessage(ValueInstantiationException invalid) {
        Throwable cause = invalid.getCause();
        return cause == null || cause.getMessage() == null ? "is not valid" : cause.getMessage();
    }

    private static String path(JacksonException failure) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
