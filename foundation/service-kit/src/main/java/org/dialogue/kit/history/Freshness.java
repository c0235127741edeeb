package org.dialogue.kit.history;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Whether the ledger's end has been looked up for the present request or command. Once is enough: what was acknowledged
 * before the request came is known then, and what this process records meanwhile it knows anyway.
 */
public final class Freshness {

    /** Under this key a command's metadata carry it; it is never stored. */
    public static final String KEY = "freshness";

    private static final String ATTRIBUTE = Freshness.class.getName();

    private volatile boolean known;

    /** {@return that of the command being handled, else of the request being served, else a new one} */
    public static Freshness current() {
        // A unit of work may have no message, such as one in which a letter is tried again.
        if (CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().root().getMessage() instanceof CommandMessage<?> command
                && command.getMetaData().get(KEY) instanceof Freshness ofCommand) {
            return ofCommand;
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return new Freshness();
        }
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Freshness ofRequest) {
            return ofRequest;
        }
        Freshness fresh = new Freshness();
        request.setAttribute(ATTRIBUTE, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }

    /** Has the end looked up again: somebody else has recorded something since. */
    public void expire() {
        known = false;
    }

    boolean isKnown() {
        return known;
    }

    void becomeKnown() {
        known = true;
    }
}
