package org.dialogue.standalone.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.dialogue.standalone.sample.Rest.Reply;
import org.dialogue.standalone.signin.DemoPeople;
import org.jspecify.annotations.Nullable;

/**
 * Loads a programme through the public interfaces, as its people would: each step is done by who did it. A step is taken
 * only if what it leads to cannot be seen yet, and all ids are fixed; so a run may be interrupted anywhere and repeated,
 * and nothing is doubled. One run at a time.
 */
public final class SampleLoader {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Rest rest;
    private final DemoPeople people;
    private final Patience patience;
    private final PrintStream out;

    /**
     * A loader for services that are up, or about to be.
     *
     * @param addresses where they are
     * @param tokens gives an access token for the name of a demo person
     * @param people those whom the tokens are of
     * @param out where progress is shown
     */
    public SampleLoader(
            SampleAddresses addresses, Function<String, String> tokens, DemoPeople people, PrintStream out) {
        this(new Rest(addresses, tokens), people, Patience.of(LIMIT), out);
    }

    SampleLoader(Rest rest, DemoPeople people, Patience patience, PrintStream out) {
        this.rest = rest;
        this.people = people;
        this.patience = patience;
        this.out = out;
    }

    /**
     * Takes every step that was not taken yet.
     *
     * @return how many steps this run took; 0 if all was loaded before
     * @throws SampleFailed if a step is refused, or what it needs does not come in time
     */
    public int load(SampleProgramme programme) {
        List<Step> steps = Script.of(programme, people);
        int taken = 0;
        int foundBefore = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (isDone(step)) {
                foundBefore++;
            } else {
                if (taken == 0 && foundBefore > 0) {
                    out.printf("  %d steps were taken before; going on from there.%n", foundBefore);
                }
                out.printf("  [%3d/%d] %s%n", i + 1, steps.size(), step.title());
                take(step, "sample." + programme.programme().programmeId() + "." + step.key());
                taken++;
            }
        }
        if (taken == 0) {
            out.printf(
                    "  The programme of %d is loaded already: all %d steps were found, nothing was changed.%n",
                    programme.programme().year(), steps.size());
        }
        return taken;
    }

    private void take(Step step, String key) {
        Patience.Wait wait = patience.begin();
        awaitWhatComesBefore(step, wait);
        String reason = "";
        for (int attempt = 1; !wait.isOver(); attempt++) {
            Reply reply = attempt(step, key + "." + attempt);
            if (reply == null) {
                reason = step.service() + " cannot be reached";
            } else if (reply.isSuccess() || isDone(step)) {
                return;
            } else if (mayPass(reply)) {
                reason = reply.problem();
                if (reply.replayed()) {
                    continue;
                }
            } else {
                throw new SampleFailed("\"%s\" was refused: %s".formatted(step.title(), reply.problem()));
            }
            waitABit(wait, reason);
            if (reply == null && isDone(step)) {
                return;
            }
        }
        throw new SampleFailed("\"%s\" did not succeed within %d s: %s"
                .formatted(step.title(), patience.limit().toSeconds(), reason));
    }

    private void awaitWhatComesBefore(Step step, Patience.Wait wait) {
        Step.Sight before = step.after();
        while (before != null && !isSeen(before)) {
            if (wait.isOver()) {
                throw new SampleFailed("\"%s\" cannot be done: what it needs did not arrive within %d s at %s"
                        .formatted(step.title(), patience.limit().toSeconds(), before.path()));
            }
            waitABit(wait, "it has not arrived by events yet");
        }
    }

    private void waitABit(Patience.Wait wait, String reason) {
        if (wait.becameLong()) {
            out.printf("            waiting: %s%n", reason);
        }
        wait.pause();
    }

    /**
     * A key names one attempt: a refusal because something has not arrived yet is kept for its key, and the next attempt
     * must not be answered with it. Programmes have steps of the same names, so the programme is part of the key. That the
     * effect comes once is owed to the fixed ids.
     */
    private @Nullable Reply attempt(Step step, String key) {
        try {
            return rest.send(step, key);
        } catch (IOException unreachable) {
            return null;
        }
    }

    /** Whether time alone may turn this refusal into success: something is still on its way, or a service is in trouble. */
    private static boolean mayPass(Reply reply) {
        return switch (reply.status()) {
            case 404, 429 -> true;
            case 400 -> reply.names("unknown-reference");
            case 409 -> reply.names("request-under-way") || reply.names("actor-on-record");
            default -> reply.status() >= 500;
        };
    }

    private boolean isDone(Step step) {
        return step.done().stream().anyMatch(this::isSeen);
    }

    private boolean isSeen(Step.Sight sight) {
        try {
            Reply reply = rest.get(sight.service(), sight.path(), sight.by());
            if (reply.status() == 401 || reply.status() == 403) {
                throw new SampleFailed(
                        "%s may not look at %s: %s".formatted(sight.by(), sight.path(), reply.problem()));
            }
            return reply.status() == 200 && sight.shows().test(reply.json());
        } catch (IOException unreachable) {
            // Then nothing is seen; the step itself waits for the service.
            return false;
        }
    }
}
