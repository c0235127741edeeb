package org.dialogue.kit.web;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Names field and rule for every input that Spring refuses before a controller sees it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InputAdvice extends ResponseEntityExceptionHandler {

    private static final Pattern ELEMENT = Pattern.compile("\\.<[^>]+>");

    private final Wordings wordings;
    private final Validator validator;
    private final RequestContext edge;

    InputAdvice(Wordings wordings, Validator validator, RequestContext edge) {
        this.wordings = wordings;
        this.validator = validator;
        this.edge = edge;
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = new ArrayList<>();
        invalid.getBindingResult()
                .getFieldErrors()
                .forEach(error -> violations.add(violation(error.getField(), error)));
        invalid.getBindingResult().getGlobalErrors().forEach(error -> violations.add(violation("", error)));
        violations.addAll(untimely(invalid.getTarget()));
        return badRequest(invalid, violations, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = new ArrayList<>();
        for (ParameterValidationResult result : invalid.getParameterValidationResults()) {
            String parameter = String.valueOf(result.getMethodParameter().getParameterName());
            violations.addAll(untimely(result.getArgument()));
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                violations.add(
                        error instanceof ObjectError object
                                ? violation(error instanceof FieldError field ? field.getField() : parameter, object)
                                : ProblemCodes.constraint(
                                        parameter, result.unwrap(error, ConstraintViolation.class), wordings));
            }
        }
        return badRequest(invalid, violations, headers, request);
    }

    /** Whatever else is wrong with a body: when it happened is looked at by the controllers, which it will not reach. */
    private List<Violation> untimely(@Nullable Object body) {
        if (body instanceof Record) {
            DirectFieldAccessor fields = new DirectFieldAccessor(body);
            if (fields.isReadableProperty("happenedAt")
                    && fields.getPropertyValue("happenedAt") instanceof Instant given) {
                return new Findings().collect(() -> edge.when(given)).violations();
            }
        }
        return List.of();
    }

    private Violation violation(String field, ObjectError error) {
        if (error.contains(ConstraintViolation.class)) {
            return ProblemCodes.constraint(field, error.unwrap(ConstraintViolation.class), wordings);
        }
        return error.contains(TypeMismatchException.class)
                ? ProblemCodes.mismatch(field, error.unwrap(TypeMismatchException.class))
                : new Violation(field, "invalid", Wordings.english("invalid"));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badRequest(unreadable, violations(unreadable), headers, request);
    }

    private List<Violation> violations(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnreadableBody body) {
            List<Violation> all = new ArrayList<>(body.violations());
            unmet(body).forEach(all::add);
            all.addAll(untimely(body.rest()));
            return all;
        }
        return List.of(
                unreadable.getCause() instanceof JacksonException malformed
                        ? JsonViolations.ofBody(malformed)
                        : new Violation("", "required", Wordings.english("required.body"), "required.body", List.of()));
    }

    /** What else is wrong with a body of which some values cannot be read, and are missing from what is validated. */
    private Stream<Violation> unmet(UnreadableBody body) {
        Object rest = body.rest();
        if (rest == null) {
            return Stream.empty();
        }
        List<String> unread = body.violations().stream().map(Violation::field).toList();
        return validator.validate(rest).stream()
                .map(unmet -> ProblemCodes.constraint(fieldOf(unmet), unmet, wordings))
                .filter(violation -> unread.stream().noneMatch(field -> reaches(violation.field(), field)))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::rule));
    }

    private static String fieldOf(ConstraintViolation<?> unmet) {
        return ELEMENT.matcher(unmet.getPropertyPath().toString()).replaceAll("");
    }

    /** Whether one field is the other, or holds it, or is held by it. */
    private static boolean reaches(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return longer.equals(shorter) || longer.startsWith(shorter + ".") || longer.startsWith(shorter + "[");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badRequest(missing, List.of(ProblemCodes.missing(missing.getParameterName())), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return badRequest(mismatch, List.of(ProblemCodes.mismatch(name, mismatch)), headers, request);
    }

    /** Everything else Spring refuses: unknown paths, methods, media types. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getProperties() != null) {
            return super.handleExceptionInternal(refused, body, headers, status, request);
        }
        return super.handleExceptionInternal(refused, ofStatus(refused, status), headers, status, request);
    }

    /** In our own words, where there are some: Spring speaks of its parts. */
    private static ProblemDetail ofStatus(Exception refused, HttpStatusCode status) {
        String title = ProblemCodes.titleOf(status);
        if (refused instanceof HttpRequestMethodNotSupportedException unsupported
                && unsupported.getSupportedMethods() != null) {
            String supported = String.join(", ", unsupported.getSupportedMethods());
            return Problems.of(
                    status,
                    "method-not-allowed.here",
                    title,
                    Wordings.english("method-not-allowed.here", unsupported.getMethod(), supported),
                    unsupported.getMethod(),
                    supported);
        }
        String rule = ProblemCodes.ruleOf(status);
        String detail = Wordings.OF_KIT.find(Language.ENGLISH, rule, List.of()).orElse(title);
        return Problems.of(status, rule, title, detail);
    }

    private @Nullable ResponseEntity<Object> badRequest(
            Exception cause, List<Violation> violations, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(
                cause, Problems.invalid(HttpStatus.BAD_REQUEST, violations), headers, HttpStatus.BAD_REQUEST, request);
    }
}
