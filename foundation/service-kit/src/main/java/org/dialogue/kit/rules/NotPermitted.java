package org.dialogue.kit.rules;

/** The actor may not do it (HTTP 403). */
public final class NotPermitted extends DomainException {

    /**
     * Refuses for a reason.
     *
     * @param reason lower case with hyphens; under {@code not-permitted.<reason>} stands the sentence in other languages
     * @param detail one sentence for people, that tells nothing the actor may not know
     * @param arguments what the sentence speaks of, for other languages
     */
    public NotPermitted(String reason, String detail, Object... arguments) {
        super("not-permitted." + reason, detail, arguments);
    }
}
