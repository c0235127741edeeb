package org.dialogue.kit.web;

import java.util.concurrent.RejectedExecutionException;
import org.apache.catalina.connector.ClientAbortException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.dialogue.kit.commands.CommandTimedOut;
import org.dialogue.kit.commands.IdempotencyKeyReused;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.rules.StaleVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Turns refusals and failures of commands into problem details. What Spring itself refuses is in {@link InputAdvice}. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidInput refusal) {
        return answer(Problems.invalid(HttpStatus.BAD_REQUEST, refusal.violations()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RuleViolation refusal) {
        ProblemDetail problem = Problems.of(HttpStatus.CONFLICT, "Not possible now", refusal);
        refusal.particulars().forEach(problem::setProperty);
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotPermitted refusal) {
        return answer(Problems.of(HttpStatus.FORBIDDEN, "Not permitted", refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(NotFound refusal) {
        return answer(Problems.of(HttpStatus.NOT_FOUND, "Not found", refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AggregateNotFoundException refusal) {
        return answer(Problems.of(
                HttpStatus.NOT_FOUND,
                "unknown",
                "Not found",
                "there is nothing " + refusal.getAggregateIdentifier(),
                "thing",
                refusal.getAggregateIdentifier()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StaleVersion refusal) {
        return answer(Problems.of(HttpStatus.PRECONDITION_FAILED, "Changed in the meantime", refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(AggregateStreamCreationException refusal) {
        return answer(Problems.of(
                HttpStatus.CONFLICT, "already-exists", "Not possible now", "something with this id already exists"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(IdempotencyKeyReused refusal) {
        return answer(Problems.keyReused(refusal));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConcurrencyException lostRace) {
        LOG.info("A command lost every race on its aggregate", lostRace);
        return busy("concurrent-change", "others are changing the same thing; try again");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(CommandTimedOut late) {
        LOG.warn("A command timed out", late);
        return busy(
                "no-outcome-yet",
                "the outcome is not known yet; repeat the request with the same Idempotency-Key and the same ids");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(RejectedExecutionException full) {
        LOG.warn("More commands wait than there is room for", full);
        return busy("too-busy", "too many commands are waiting; try again");
    }

    /** Spring Security answers these itself. */
    @ExceptionHandler
    void on(AccessDeniedException refusal) {
        throw refusal;
    }

    /** Spring Security answers these itself. */
    @ExceptionHandler
    void on(AuthenticationException refusal) {
        throw refusal;
    }

    /** The caller has gone, and nobody is left to be told. */
    @ExceptionHandler({AsyncRequestNotUsableException.class, ClientAbortException.class})
    void onNobodyLeft() {
        LOG.debug("A caller went away before the answer");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception failure) {
        if (StoreFailures.isBehind(failure)) {
            LOG.warn("MongoDB did not answer", failure);
            return answer(Problems.storeUnavailable());
        }
        LOG.error("A request failed", failure);
        return answer(Problems.of(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Internal error", "the failure has been logged"));
    }

    private static ResponseEntity<ProblemDetail> busy(String rule, String detail) {
        return answer(Problems.busy(rule, detail));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return Problems.answer(problem);
    }
}
