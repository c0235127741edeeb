package org.dialogue.kit.web;

import java.util.ArrayList;
import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Names field and rule for every input that Spring refuses before a controller sees it. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class InputAdvice extends ResponseEntityExceptionHandler {

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = new ArrayList<>();
        invalid.getBindingResult()
                .getFieldErrors()
                .forEach(error -> violations.add(new Violation(
                        error.getField(), Rules.named(error.getCode()), Rules.text(error.getDefaultMessage()))));
        invalid.getBindingResult()
                .getGlobalErrors()
                .forEach(error -> violations.add(
                        new Violation("", Rules.named(error.getCode()), Rules.text(error.getDefaultMessage()))));
        return badRequest(invalid, violations, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Violation> violations = new ArrayList<>();
        invalid.getParameterValidationResults()
                .forEach(result -> result.getResolvableErrors()
                        .forEach(error -> violations.add(new Violation(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                Rules.named(lastOf(error.getCodes())),
                                Rules.text(error.getDefaultMessage())))));
        return badRequest(invalid, violations, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badRequest(unreadable, List.of(JsonViolations.of(unreadable)), headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return badRequest(
                missing,
                List.of(new Violation(missing.getParameterName(), "required", "this parameter is required")),
                headers,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String name = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        return badRequest(mismatch, List.of(Rules.mismatch(name, mismatch)), headers, request);
    }

    /** Everything else Spring refuses: unknown paths, methods, media types. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && problem.getProperties() != null) {
            return super.handleExceptionInternal(refused, body, headers, status, request);
        }
        String detail =
                refused instanceof ErrorResponse response && response.getBody().getDetail() != null
                        ? String.valueOf(response.getBody().getDetail())
                        : Rules.titleOf(status);
        return super.handleExceptionInternal(
                refused,
                Problems.of(status, Rules.ruleOf(status), Rules.titleOf(status), detail),
                headers,
                status,
                request);
    }

    private @Nullable ResponseEntity<Object> badRequest(
            Exception cause, List<Violation> violations, HttpHeaders headers, WebRequest request) {
        return handleExceptionInternal(
                cause, Problems.invalid(HttpStatus.BAD_REQUEST, violations), headers, HttpStatus.BAD_REQUEST, request);
    }

    private static @Nullable String lastOf(String @Nullable [] codes) {
        return codes == null || codes.length == 0 ? null : codes[codes.length - 1];
    }
}
