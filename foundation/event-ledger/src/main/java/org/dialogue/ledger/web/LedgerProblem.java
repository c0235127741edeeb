package org.dialogue.ledger.web;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request that cannot be served as it is. Names the parameter and the rule. */
final class LedgerProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:event-ledger:problem:";

    private final transient ProblemDetail problem;

    private LedgerProblem(HttpStatus status, String rule, String title, LedgerViolation violation) {
        super(violation.field() + ": " + violation.detail());
        this.problem = of(status, rule, title, violation.field() + ": " + violation.detail());
        problem.setProperty("errors", List.of(violation));
    }

    /** Something that is asked for by name and is not there (404). */
    static LedgerProblem unknown(String parameter, String detail) {
        return new LedgerProblem(
                HttpStatus.NOT_FOUND,
                "unknown",
                "Not found",
                new LedgerViolation(parameter, "unknown", detail, List.of()));
    }

    /** A parameter that breaks a rule (400). */
    static LedgerProblem invalid(String parameter, String rule, String detail, Object... arguments) {
        return new LedgerProblem(
                HttpStatus.BAD_REQUEST,
                "invalid-input",
                "The request is not valid",
                new LedgerViolation(parameter, rule, detail, List.of(arguments)));
    }

    /** Throws unless a parameter is within its range. */
    static void requireBetween(long least, long most, String parameter, long given) {
        if (given < least || given > most) {
            throw most == Long.MAX_VALUE
                    ? invalid(parameter, "range", "must be %d or more".formatted(least), least)
                    : invalid(parameter, "range", "must be %d to %d".formatted(least, most), least, most);
        }
    }

    /** Throws if a parameter is below zero. */
    static void requireNotNegative(String parameter, long given) {
        requireBetween(0, Long.MAX_VALUE, parameter, given);
    }

    static ProblemDetail of(HttpStatus status, String rule, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + rule));
        problem.setTitle(title);
        problem.setProperty("rule", rule);
        return problem;
    }

    ProblemDetail detail() {
        return problem;
    }
}
