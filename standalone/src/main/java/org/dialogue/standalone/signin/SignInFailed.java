package org.dialogue.standalone.signin;

import org.jspecify.annotations.Nullable;

/** A demo person could not be signed in. */
public final class SignInFailed extends RuntimeException {

    SignInFailed(String username, String reason) {
        this(username, reason, null);
    }

    SignInFailed(String username, String reason, @Nullable Throwable cause) {
        super("Signing in %s failed: %s.".formatted(username, reason), cause);
    }
}
