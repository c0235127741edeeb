package org.dialogue.reports.views.web;

import java.net.URI;
import org.dialogue.reports.views.NotCaughtUp;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Sends readers away for a moment rather than answer from the past. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class NotCaughtUpAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotCaughtUp refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(refusal.getMessage()));
        problem.setType(URI.create("urn:dialogue:problem:view-being-built"));
        problem.setTitle("Try again");
        problem.setProperty("rule", "view-being-built");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .body(problem);
    }
}
