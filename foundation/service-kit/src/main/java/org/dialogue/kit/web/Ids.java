package org.dialogue.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Makes ids at the edge for callers that bring none. Under an Idempotency-Key the same request always gets the same ids,
 * so that a repeat after a crash finds what the first attempt created.
 */
public final class Ids {

    private static final String COUNTER = Ids.class.getName() + ".counter";

    private final CurrentActor currentActor;

    Ids(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    /** {@return a fresh id, valid for every {@link org.dialogue.events.Identifier}} */
    public String next() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            String key = request.getHeader(IdempotencyFilter.HEADER);
            if (key != null) {
                return derived(request, key, nextIndex(attributes));
            }
        }
        return UUID.randomUUID().toString();
    }

    private String derived(HttpServletRequest request, String key, int index) {
        String subject = currentActor.find().map(Actor::subject).orElse("");
        String seed = String.join("\n", subject, request.getMethod(), request.getRequestURI(), key, "" + index);
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static int nextIndex(RequestAttributes request) {
        int index = request.getAttribute(COUNTER, RequestAttributes.SCOPE_REQUEST) instanceof Integer last ? last : 0;
        request.setAttribute(COUNTER, index + 1, RequestAttributes.SCOPE_REQUEST);
        return index;
    }
}
