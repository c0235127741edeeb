package org.dialogue.kit.web;

import java.net.URI;
import java.util.List;
import org.dialogue.kit.commands.IdempotencyKeyReused;
import org.dialogue.kit.rules.DomainException;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problem details (RFC 9457) whose type is {@code urn:dialogue:problem:<rule>}, so that programs can tell them apart. */
final class Problems {

    private static final String TYPE = "urn:dialogue:problem:";

    /** How long what passes by itself may take, as a Retry-After header says it. */
    static final String RETRY_AFTER_SECONDS = "2";

    private Problems() {}

    /** @param arguments what the detail speaks of, for other languages, where it stands under the rule's name */
    static Problem of(HttpStatusCode status, String rule, String title, String detail, Object... arguments) {
        return new Problem(plain(status, Violation.ruleOf(rule), title, detail), rule, List.of(arguments), List.of());
    }

    static Problem of(HttpStatusCode status, String title, DomainException refusal) {
        return new Problem(
                plain(status, refusal.rule(), title, String.valueOf(refusal.getMessage())),
                refusal.wording(),
                refusal.arguments(),
                List.of());
    }

    static Problem invalid(HttpStatusCode status, List<Violation> violations) {
        String detail = violations.size() == 1
                ? sentence(violations.get(0))
                : violations.size() + " things are wrong with the request";
        ProblemDetail problem = plain(status, "invalid-input", "The request is not valid", detail);
        problem.setProperty("errors", violations);
        return new Problem(problem, "invalid-input", List.of(), violations);
    }

    static String sentence(Violation violation) {
        return violation.field().isEmpty() ? violation.detail() : violation.field() + ": " + violation.detail();
    }

    private static ProblemDetail plain(HttpStatusCode status, String rule, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + rule));
        problem.setTitle(title);
        problem.setProperty("rule", rule);
        return problem;
    }

    static ProblemDetail storeUnavailable() {
        return busy("store-unavailable", "the store does not answer; try again");
    }

    static ProblemDetail incompleteBody() {
        return of(HttpStatus.BAD_REQUEST, "incomplete-body", "Bad Request", "the body did not arrive whole");
    }

    /** What passes by itself. */
    static ProblemDetail busy(String rule, String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, rule, "Try again", detail);
    }

    static ProblemDetail keyReused(IdempotencyKeyReused reused) {
        return of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "idempotency-key-reused",
                "The key belongs to another request",
                String.valueOf(reused.getMessage()));
    }

    /** The problem as a controller's answer: what passes by itself says when to try again. */
    static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }
}
