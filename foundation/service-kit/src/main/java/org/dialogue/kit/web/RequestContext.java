package org.dialogue.kit.web;

import java.time.Clock;
import java.time.Instant;
import org.dialogue.kit.access.AccessInterceptor;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.Plausible;
import org.jspecify.annotations.Nullable;

/** Who calls, and when: what aggregates must not find out by themselves. */
public final class RequestContext {

    private final CurrentActor currentActor;
    private final Clock clock;

    RequestContext(CurrentActor currentActor, Clock clock) {
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Whoever is signed in.
     *
     * @throws NotPermitted if nobody is
     */
    public Actor caller() {
        return currentActor.find().orElseThrow(() -> new NotPermitted("sign-in", "this needs an authenticated actor"));
    }

    /**
     * Whoever is signed in, provided that the role allows the command. The command bus judges it again; asked here, it
     * keeps those who may not give a command from learning by its answers which ids exist.
     *
     * @param command the command's record
     * @throws NotPermitted if nobody is signed in, or the role does not allow it
     */
    public Actor callerOf(Class<?> command) {
        Actor actor = caller();
        AccessInterceptor.requireAllowed(actor, command);
        return actor;
    }

    /**
     * When it happened.
     *
     * @param given as the caller says, if it says
     * @return that, or the present moment
     * @throws InvalidInput by the rule {@code not-in-future} if it has not come yet, and by {@code implausible-time} if it
     *     lies before {@link Plausible#EARLIEST}
     */
    public HappenedAt when(@Nullable Instant given) {
        Instant now = clock.instant();
        if (given == null) {
            return HappenedAt.filledIn(now);
        }
        if (given.isAfter(now)) {
            throw new InvalidInput("happenedAt", "not-in-future", "what has not happened yet cannot be recorded");
        }
        if (given.isBefore(Plausible.EARLIEST)) {
            throw new InvalidInput(
                    "happenedAt",
                    "implausible-time",
                    "nothing on record happened before " + Plausible.EARLIEST,
                    Plausible.EARLIEST);
        }
        return HappenedAt.given(given);
    }

    /** {@return the moment of {@link #when}, for what does not care who said it} */
    public Instant happenedAt(@Nullable Instant given) {
        return when(given).instant();
    }
}
