package org.dialogue.kit.rules;

/** What the address names does not exist (HTTP 404). A reference inside a body is an {@link InvalidInput} instead. */
public final class NotFound extends DomainException {

    /**
     * Refuses an id.
     *
     * @param kind what it should name, such as {@code question}
     * @param id the id that nothing has
     */
    public NotFound(String kind, Object id) {
        super("unknown", "there is no " + kind + " " + id, kind, id);
    }
}
