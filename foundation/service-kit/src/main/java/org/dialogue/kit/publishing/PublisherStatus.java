package org.dialogue.kit.publishing;

import java.util.Optional;
import java.util.OptionalLong;

/** What the publisher tells operators; written by its thread, read by theirs. */
public final class PublisherStatus {

    private volatile long position = -1;
    private volatile String failure = "";

    void at(long published) {
        position = published;
    }

    void standsBy() {
        failure = "";
        position = -1;
    }

    void works() {
        failure = "";
    }

    void fails(String reason) {
        failure = reason;
    }

    /** {@return the last published position, or empty while another instance publishes} */
    public OptionalLong position() {
        long current = position;
        return current < 0 ? OptionalLong.empty() : OptionalLong.of(current);
    }

    /** {@return why the last attempt failed, or empty if it did not} */
    public Optional<String> failure() {
        return Optional.of(failure).filter(reason -> !reason.isEmpty());
    }
}
