package org.dialogue.events;

/**
 * The keys of the metadata stored and published with every event: who did it, for whom, and what it followed from.
 * Values are strings; a key without a value is absent.
 */
public final class MetadataKeys {

    /** The authenticated subject, as the identity provider names it. */
    public static final String SUBJECT = "subject";

    /** The id of the acting person in the people registry. */
    public static final String PERSON_ID = "personId";

    /** The office in which the person acted. */
    public static final String OFFICE = "office";

    /** The administrative unit in whose office the person acted. */
    public static final String UNIT = "unit";

    /** The answering body in whose office the person acted. */
    public static final String BODY = "body";

    /** The subject on whose behalf it was done, where that is not the actor: a clerk for a delegate, a policy for a person. */
    public static final String ON_BEHALF_OF = "onBehalfOf";

    /** The id of the message that directly led to this event. */
    public static final String CAUSATION_ID = "causationId";

    /** The id shared by everything that follows from one request. */
    public static final String CORRELATION_ID = "correlationId";

    /** The W3C trace context of the request. */
    public static final String TRACEPARENT = "traceparent";

    /**
     * A keyed digest of the request, where that came under an Idempotency-Key. It tells the service that recorded the
     * event whether a request under the same key says the same, and nobody anything else.
     */
    public static final String REQUEST_DIGEST = "requestDigest";

    private MetadataKeys() {}
}
