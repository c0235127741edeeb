package org.dialogue.kit.commands;

/** No outcome within the time allowed: the command may still take effect, so repeat it under the same ids. */
public final class CommandTimedOut extends RuntimeException {

    CommandTimedOut(String command, Throwable cause) {
        super(command + " had no outcome in time; it may still take effect", cause);
    }
}
