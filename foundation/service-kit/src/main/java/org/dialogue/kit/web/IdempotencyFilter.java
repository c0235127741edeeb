package org.dialogue.kit.web;

import com.mongodb.MongoException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated POST with what the first one was answered, if it carries the same Idempotency-Key and body. Failures
 * (5xx) are not kept: the request may be tried again.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final CurrentActor currentActor;
    private final KeptAnswers answers;
    private final ProblemWriter problems;

    IdempotencyFilter(CurrentActor currentActor, KeptAnswers answers, ProblemWriter problems) {
        this.currentActor = currentActor;
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        if (!KEY.matcher(key).matches()) {
            problems.write(
                    response,
                    Problems.invalid(
                            HttpStatus.BAD_REQUEST,
                            List.of(new Violation(HEADER, "format", "must be 1 to 255 visible ASCII characters"))));
            return;
        }
        RequestKey id = requestKey(request, key);
        KeptAnswers.Claim claim;
        try {
            claim = answers.claim(id);
        } catch (MongoException unavailable) {
            problems.write(
                    response,
                    Problems.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "store-unavailable",
                            "Try again",
                            "the store does not answer"));
            return;
        }
        switch (claim.verdict()) {
            case FIRST -> perform(id, request, response, chain);
            case REPEATED -> claim.answer().orElseThrow().writeTo(response);
            case UNDER_WAY ->
                problems.write(
                        response,
                        Problems.of(
                                HttpStatus.CONFLICT,
                                "request-under-way",
                                "Not possible now",
                                "a request with this Idempotency-Key is still being carried out"));
            case OTHER_BODY ->
                problems.write(
                        response,
                        Problems.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "idempotency-key-reused",
                                "The key belongs to another request",
                                "this Idempotency-Key was used before with another body"));
        }
    }

    private RequestKey requestKey(HttpServletRequest request, String key) {
        String subject = currentActor.find().map(Actor::subject).orElse("");
        byte[] body = request instanceof BufferedRequest buffered ? buffered.body() : new byte[0];
        return RequestKey.of(subject, request.getMethod(), request.getRequestURI(), key, body);
    }

    private void perform(RequestKey id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper recorded = new ContentCachingResponseWrapper(response);
        boolean finished = false;
        try {
            chain.doFilter(request, recorded);
            finished = true;
        } finally {
            if (finished && recorded.getStatus() < 500) {
                answers.keep(id, Answer.of(recorded));
            } else {
                answers.release(id);
            }
        }
        recorded.copyBodyToResponse();
    }
}
