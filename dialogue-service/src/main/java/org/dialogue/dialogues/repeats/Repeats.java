package org.dialogue.dialogues.repeats;

import java.time.Instant;
import org.dialogue.events.Identifier;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.RuleViolation;

/**
 * A command that says again what is on record already succeeds and changes nothing. The moment at which it happened
 * counts only where the caller gives one: where the edge fills it in, two sendings of one request differ in it.
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
                    "there is already a " + kind + " " + id.value() + " with other content",
                    kind,
                    id.value());
        }
    }

    /**
     * Insists that an id is free for something new. It is asked last, so that a refusal tells nobody of a taken id who could
     * not have begun something under a free one.
     *
     * @param free whether it is
     * @param kind what it shall be, for the message
     * @param id the id
     * @throws RuleViolation {@code exists-with-other-content} if it is not
     */
    public static void mustBeFree(boolean free, String kind, Identifier id) {
        mustHaveSameContent(free, kind, id);
    }

    /**
     * Insists that a command which begins something that exists already only says it again.
     *
     * @param happenedAt when it happened, as the command says
     * @param sameContent whether all but the moment is the same
     * @param recorded the moment on record
     * @param kind what it is, for the message
     * @param id its id
     * @throws RuleViolation {@code exists-with-other-content} if it does not
     */
    public static void mustRepeat(
            HappenedAt happenedAt, boolean sameContent, Instant recorded, String kind, Identifier id) {
        mustHaveSameContent(happenedAt.repeats(sameContent, recorded), kind, id);
    }
}
