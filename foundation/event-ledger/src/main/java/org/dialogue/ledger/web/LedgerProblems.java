package org.dialogue.ledger.web;

import org.dialogue.ledger.BrokenHistoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * Turns what goes wrong in this package into problem details (RFC 9457), whatever the application does with its own
 * failures, which do not come here.
 */
@RestControllerAdvice(basePackageClasses = LedgerProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class LedgerProblems {

    private static final Logger log = LoggerFactory.getLogger(LedgerProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(LedgerProblem problem) {
        return respond(problem.detail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing) {
        return on(LedgerProblem.invalid(missing.getParameterName(), "required", "this parameter is required"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch) {
        return on(LedgerProblem.invalid(mismatch.getName(), "format", "must be a whole number"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(BrokenHistoryException broken) {
        log.error("What is stored does not prove what was asked", broken);
        return respond(LedgerProblem.of(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "broken-history",
                "The ledger is not whole",
                String.valueOf(broken.getMessage())));
    }

    /** Nothing can be said any more. Thrown on, so that the connection breaks off and no other handler writes. */
    @ExceptionHandler
    void on(ExportController.ExportInterrupted interrupted) {
        throw interrupted;
    }

    private static ResponseEntity<ProblemDetail> respond(ProblemDetail problem) {
        // Said outright, because who asks for a note accepts plain text only.
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
