package org.dialogue.kit.web;

import java.net.URI;
import java.util.List;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** Problem details (RFC 9457) whose type is {@code urn:dialogue:problem:<rule>}, so that programs can tell them apart. */
final class Problems {

    private static final String TYPE = "urn:dialogue:problem:";

    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String rule, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create(TYPE + rule));
        problem.setTitle(title);
        problem.setProperty("rule", rule);
        return problem;
    }

    static ProblemDetail invalid(HttpStatusCode status, List<Violation> violations) {
        String detail = violations.size() == 1
                ? violations.get(0).field() + ": " + violations.get(0).detail()
                : violations.size() + " things are wrong with the request";
        ProblemDetail problem = of(status, "invalid-input", "The request is not valid", detail);
        problem.setProperty("errors", violations);
        return problem;
    }
}
