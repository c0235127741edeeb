package org.dialogue.standalone;

import org.jspecify.annotations.Nullable;

/** The standalone cannot start; the message is one sentence for whoever started it. */
public final class CannotStart extends RuntimeException {

    /** @param sentence what is wrong and what can be done about it */
    public CannotStart(String sentence) {
        this(sentence, null);
    }

    /**
     * Says it with what led to it.
     *
     * @param sentence what is wrong and what can be done about it
     */
    public CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
