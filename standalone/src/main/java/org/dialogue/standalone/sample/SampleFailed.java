package org.dialogue.standalone.sample;

import org.jspecify.annotations.Nullable;

/** The sample could not be loaded or shown; the message says at which step and why. What was done before stays done. */
public final class SampleFailed extends RuntimeException {

    SampleFailed(String message) {
        this(message, null);
    }

    SampleFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
