package org.dialogue.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads request bodies into memory, up to a limit, and refuses larger ones. */
final class BodyLimitFilter extends OncePerRequestFilter {

    private final int limit;
    private final ProblemWriter problems;

    BodyLimitFilter(int limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        BufferedRequest buffered;
        try {
            buffered = BufferedRequest.read(request, limit);
        } catch (BodyTooLarge tooLarge) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "body-too-large",
                            "The request is too large",
                            String.valueOf(tooLarge.getMessage())));
            return;
        }
        chain.doFilter(buffered, response);
    }
}
