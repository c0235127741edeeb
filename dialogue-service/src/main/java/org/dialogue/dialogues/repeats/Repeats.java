package org.dialogue.dialogues.repeats;

import org.dialogue.events.Identifier;
import org.dialogue.kit.rules.RuleViolation;

/**
 * A command that says again what is on record already succeeds and changes nothing. The moment at which it happened is
 * not compared: the edge fills it in where the caller gives none, so two sendings of one request may differ in it.
 */
public final class Repeats {

    private Repeats() {}

    /**
     * Insists that something that exists already was given with the same content.
     *
     * @param sameContent whether it was
     * @param kind what it is, for the message
     * @param id its id
     * @throws RuleViolation {@code exists-with-other-content} if it was not
     */
    public static void mustHaveSameContent(boolean sameContent, String kind, Identifier id) {
        if (!sameContent) {
            throw new RuleViolation(
                    "exists-with-other-content",
                    "there is already a " + kind + " " + id.value() + " with other content");
        }
    }
}
