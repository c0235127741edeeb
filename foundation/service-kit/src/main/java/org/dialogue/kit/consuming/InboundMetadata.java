package org.dialogue.kit.consuming;

/**
 * The metadata that a policy's event message carries beside what was stored: where it comes from, as strings. Take them
 * with Axon's {@code @MetaDataValue}.
 */
public final class InboundMetadata {

    /** The service that recorded the event. */
    public static final String SOURCE = "source";

    /** Its position in that service's ledger. */
    public static final String POSITION = "position";

    /** When it was recorded there, as an ISO-8601 instant. */
    public static final String RECORDED_AT = "recordedAt";

    private InboundMetadata() {}
}
