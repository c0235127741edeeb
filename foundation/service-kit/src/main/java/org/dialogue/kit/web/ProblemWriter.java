package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details where no controller is reached: in filters and in the security chain. */
final class ProblemWriter {

    private final JsonMapper json;
    private final ProblemLanguage languages;

    ProblemWriter(JsonMapper json, ProblemLanguage languages) {
        this.json = json;
        this.languages = languages;
    }

    /** Says nothing if the answer has begun already. */
    void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.getStatus());
        if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        ProblemDetail told = languages.told(problem, Language.ofPresentRequest(), response);
        response.getOutputStream().write(json.writeValueAsBytes(told));
    }
}
