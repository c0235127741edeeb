package org.dialogue.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.commands.IdempotencyKeyReused;
import org.dialogue.kit.commands.IdempotencyStore;
import org.dialogue.kit.commands.KeyedRequest;
import org.dialogue.kit.rules.Violation;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Lets a POST with an Idempotency-Key take effect once. The request passes in any case, so that access is judged anew and
 * the answer shows the thing as it stands; {@link org.dialogue.kit.commands.CommandDispatch} leaves out what an earlier
 * attempt has done. Nothing of an answer is kept, so refusals are judged anew as well.
 */
final class IdempotencyFilter extends OncePerRequestFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final DialogueProperties properties;
    private final CurrentActor currentActor;
    private final IdempotencyStore store;
    private final ProblemWriter problems;

    IdempotencyFilter(
            DialogueProperties properties, CurrentActor currentActor, IdempotencyStore store, ProblemWriter problems) {
        this.properties = properties;
        this.currentActor = currentActor;
        this.store = store;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HEADER) == null || !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        List<String> keys = Collections.list(request.getHeaders(HEADER));
        if (keys.size() != 1 || !KEY.matcher(keys.get(0)).matches()) {
            problems.write(
                    response,
                    Problems.invalid(
                            HttpStatus.BAD_REQUEST,
                            List.of(new Violation(HEADER, "format.key", "must be 1 to 255 visible ASCII characters"))));
            return;
        }
        KeyedRequest keyed;
        try {
            keyed = begin(request, keys.get(0));
        } catch (IdempotencyKeyReused reused) {
            problems.write(response, Problems.keyReused(reused));
            return;
        } catch (RuntimeException failure) {
            if (!StoreFailures.isBehind(failure)) {
                throw failure;
            }
            problems.write(response, Problems.storeUnavailable());
            return;
        }
        request.setAttribute(KeyedRequest.ATTRIBUTE, keyed);
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (keyed.isRepeat() && HttpStatusCode.valueOf(answer.getStatus()).is2xxSuccessful()) {
            answer.setHeader(REPLAYED, "true");
        }
        answer.copyBodyToResponse();
    }

    private KeyedRequest begin(HttpServletRequest request, String key) {
        String subject = currentActor.find().map(Actor::subject).orElse("");
        BufferedRequest buffered = Objects.requireNonNull(
                WebUtils.getNativeRequest(request, BufferedRequest.class), "the body is read before the key");
        KeyedRequest.Identity identity = new KeyedRequest.Identity(
                properties.realm(), properties.service(), request.getMethod(), pathOf(request), subject, key);
        return store.begin(
                identity, request.getQueryString(), request.getHeader(HttpHeaders.IF_MATCH), buffered.body());
    }

    /** Decoded, so that one path is one path however it is escaped. */
    private static String pathOf(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
