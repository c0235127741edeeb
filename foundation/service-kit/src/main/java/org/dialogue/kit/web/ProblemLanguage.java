package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.dialogue.kit.rules.Violation;
import org.dialogue.ledger.web.LedgerViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Tells every problem, whoever made it, in the language that the request asks for. */
@RestControllerAdvice
final class ProblemLanguage implements ResponseBodyAdvice<Object> {

    private final Wordings wordings;

    ProblemLanguage(Wordings wordings) {
        this.wordings = wordings;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(body instanceof ProblemDetail problem)) {
            return body;
        }
        Language language = Language.ofPresentRequest();
        response.getHeaders().setContentLanguage(language.locale());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return told(problem, language);
    }

    /** For where no controller is reached. */
    ProblemDetail told(ProblemDetail problem, Language language, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return told(problem, language);
    }

    private ProblemDetail told(ProblemDetail problem, Language language) {
        return (problem instanceof Problem ours ? ours : adopted(problem)).in(language, wordings);
    }

    /** The ledger's problems know nothing of languages, but name rules. */
    private static Problem adopted(ProblemDetail problem) {
        Map<String, Object> properties = problem.getProperties() == null ? Map.of() : problem.getProperties();
        List<Violation> violations = properties.get("errors") instanceof List<?> errors
                ? errors.stream()
                        .filter(LedgerViolation.class::isInstance)
                        .map(error -> adopted((LedgerViolation) error))
                        .toList()
                : List.of();
        return new Problem(problem, String.valueOf(properties.get("rule")), List.of(), violations);
    }

    private static Violation adopted(LedgerViolation ledgers) {
        return new Violation(
                ledgers.field(), ledgers.rule(), ledgers.detail(), wordingOf(ledgers), ledgers.arguments());
    }

    private static String wordingOf(LedgerViolation violation) {
        return violation.rule().equals("range") && violation.arguments().size() == 1
                ? "ledger.range.least"
                : "ledger." + violation.rule();
    }
}
