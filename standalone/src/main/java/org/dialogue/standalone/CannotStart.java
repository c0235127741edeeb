package org.dialogue.standalone;

import org.jspecify.annotations.Nullable;

/** The standalone cannot start; the message is one sentence for whoever started it. */
final class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        this(sentence, null);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
