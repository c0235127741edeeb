package org.dialogue.kit.rules;

/** The actor may not do it (HTTP 403). */
public final class NotPermitted extends Refusal {

    /** @param detail one sentence for people, that tells nothing the actor may not know */
    public NotPermitted(String detail) {
        super(detail);
    }
}
