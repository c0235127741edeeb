package org.dialogue.kit.commands;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.dialogue.kit.access.AccessInterceptor;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.history.Freshness;
import org.dialogue.kit.rules.DomainException;
import org.dialogue.kit.rules.StaleVersion;
import org.jspecify.annotations.Nullable;

/**
 * Sends commands from controllers and policies. Each is a unit of work of its own, on a thread of the command bus: when
 * {@code send} returns, its events are stored; when it throws, none is, except for {@link CommandTimedOut}. A command
 * that lost a race against another on the same aggregate is judged anew, a few times.
 *
 * <p>Under an Idempotency-Key a command is carried out once. What an earlier attempt at the same request has done is not
 * done again: {@code send} returns as if it had just been, with the version of now, and the controller shows the thing as
 * it stands. What depends on the state of things and may refuse belongs into the supplier of a command, which a recognised
 * repeat does not ask: the state may have moved on.
 */
public final class CommandDispatch {

    private static final int ATTEMPTS = 4;

    private final CommandGateway gateway;
    private final CommandTargetResolver targets;
    private final AggregateVersions versions;
    private final CommandOrigins origins;
    private final IdempotencyStore idempotency;
    private final Duration timeout;

    CommandDispatch(
            CommandGateway gateway,
            CommandTargetResolver targets,
            AggregateVersions versions,
            CommandOrigins origins,
            IdempotencyStore idempotency,
            Duration timeout) {
        this.gateway = gateway;
        this.targets = targets;
        this.versions = versions;
        this.origins = origins;
        this.idempotency = idempotency;
        this.timeout = timeout;
    }

    /**
     * Sends a command on behalf of whoever is signed in, under the If-Match condition of the request, if any. Within an
     * event handler it is the service itself that acts, on behalf of whoever caused the event.
     *
     * @param command a record with a {@code @TargetAggregateIdentifier} and {@code @AllowedTo}
     * @return what became of it
     * @throws org.dialogue.kit.rules.DomainException if it is refused
     * @throws CommandTimedOut if the outcome is not known in time
     */
    public Receipt send(Object command) {
        return dispatch(command.getClass(), () -> command, origins.current());
    }

    /**
     * Sends a command as {@link #send(Object)} does, made when it is known that it has not been carried out before.
     *
     * @param type the command's record, which says whose roles may give it, a repeat as well
     * @param command makes the command, or refuses to
     * @return what became of it
     */
    public <C> Receipt send(Class<? extends C> type, Supplier<? extends C> command) {
        return dispatch(type, command, origins.current());
    }

    /**
     * Sends a command as {@link #send(Object)} does, for somebody else: history names who did it and for whom.
     *
     * @param principal the subject or person on whose behalf it is done
     * @param command as for {@link #send(Object)}
     * @return what became of it
     */
    public Receipt sendFor(String principal, Object command) {
        return dispatch(command.getClass(), () -> command, origins.current().actingFor(principal));
    }

    /**
     * Sends a command as {@link #send(Class, Supplier)} does, for somebody else.
     *
     * @param principal the subject or person on whose behalf it is done
     * @param type as for {@link #send(Class, Supplier)}
     * @param command as for {@link #send(Class, Supplier)}
     * @return what became of it
     */
    public <C> Receipt sendFor(String principal, Class<C> type, Supplier<C> command) {
        return dispatch(type, command, origins.current().actingFor(principal));
    }

    /**
     * Sends a command in the name of a given actor, unconditionally.
     *
     * @param actor who gives it, such as {@link Actor#system}
     * @param command as for {@link #send(Object)}
     * @return what became of it
     */
    public Receipt sendAs(Actor actor, Object command) {
        return dispatch(command.getClass(), () -> command, origins.of(actor));
    }

    private Receipt dispatch(Class<?> type, Supplier<?> command, CommandOrigin origin) {
        KeyedRequest request = origin.request();
        Freshness freshness = Freshness.current();
        return request == null
                ? judgedAnew(() -> attempt(command.get(), origin, null, freshness), freshness)
                : dispatchOnce(type, command, origin, request.nextCommand(), freshness);
    }

    private Receipt dispatchOnce(
            Class<?> type, Supplier<?> command, CommandOrigin origin, KeyedRequest.Command keyed, Freshness freshness) {
        Optional<String> known = keyed.knownTarget().or(() -> idempotency.find(keyed));
        if (known.isPresent()) {
            AccessInterceptor.requireAllowed(origin.actor(), type);
            return recognised(keyed, known.get());
        }
        try {
            Receipt receipt = judgedAnew(() -> attempt(command.get(), origin, keyed, freshness), freshness);
            keyed.executed();
            return receipt;
        } catch (DomainException | ConcurrencyException | AggregateStreamCreationException failure) {
            // An attempt at the same request that runs beside this one may have been faster: then it is done.
            return recognised(keyed, idempotency.find(keyed).orElseThrow(() -> failure));
        }
    }

    private Receipt recognised(KeyedRequest.Command keyed, String target) {
        keyed.recognised();
        return new Receipt(target, versions.of(target).orElse(-1));
    }

    private static Receipt judgedAnew(Supplier<Receipt> attempt, Freshness freshness) {
        for (int count = 1; ; count++) {
            try {
                return attempt.get();
            } catch (ConcurrencyException lostRace) {
                if (count == ATTEMPTS) {
                    throw lostRace;
                }
                freshness.expire();
            }
        }
    }

    private Receipt attempt(
            Object command, CommandOrigin origin, KeyedRequest.@Nullable Command keyed, Freshness freshness) {
        AppendedVersions appended = new AppendedVersions();
        CommandMessage<?> message = new GenericCommandMessage<>(command, origin.asMetadata())
                .andMetaData(Map.of(AppendedVersions.KEY, appended, Freshness.KEY, freshness));
        String target = targets.resolveTarget(message).getIdentifier();
        refuseIfStale(target, origin.expectedVersion());
        if (keyed == null) {
            await(message, origin.expectedVersion());
        } else {
            KeyedEvents events = new KeyedEvents(keyed);
            await(message.andMetaData(Map.of(KeyedEvents.KEY, events)), origin.expectedVersion());
            if (events.areNone()) {
                idempotency.recordedNothing(keyed, target);
            }
        }
        OptionalLong version = appended.of(target);
        return new Receipt(target, version.orElseGet(() -> versions.of(target).orElse(-1)));
    }

    /** Asked first, so that a caller with an old picture hears that, and not of a rule that follows from it. */
    private void refuseIfStale(String target, OptionalLong expected) {
        if (expected.isPresent()) {
            OptionalLong actual = versions.of(target);
            if (actual.isPresent() && actual.getAsLong() != expected.getAsLong()) {
                throw new StaleVersion(expected.getAsLong());
            }
        }
    }

    private void await(CommandMessage<?> message, OptionalLong expected) {
        try {
            gateway.send(message).get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw asUnchecked(message, Objects.requireNonNull(failure.getCause()), expected);
        } catch (TimeoutException late) {
            throw new CommandTimedOut(message.getCommandName(), late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandTimedOut(message.getCommandName(), interrupted);
        }
    }

    private static RuntimeException asUnchecked(CommandMessage<?> message, Throwable cause, OptionalLong expected) {
        if (cause instanceof ConflictingAggregateVersionException && expected.isPresent()) {
            return new StaleVersion(expected.getAsLong());
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException(message.getCommandName() + " failed", cause);
    }
}
