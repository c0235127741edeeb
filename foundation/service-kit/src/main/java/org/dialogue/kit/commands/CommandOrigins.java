package org.dialogue.kit.commands;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.dialogue.events.MetadataKeys;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorMetadata;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.observability.TraceContext;
import org.dialogue.kit.rules.NotPermitted;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/** Finds out where a command comes from: the event that a policy is handling, or the request at the edge. */
final class CommandOrigins {

    private static final Map<String, String> NO_VARIABLES = Map.of();
    private static final String CORRELATION_ID = CommandOrigins.class.getName() + ".correlationId";

    private final String service;
    private final CurrentActor currentActor;
    private final TraceContext traces;

    CommandOrigins(String service, CurrentActor currentActor, TraceContext traces) {
        this.service = service;
        this.currentActor = currentActor;
        this.traces = traces;
    }

    /** The actor follows from the circumstances: the service itself for a policy, else whoever is signed in. */
    CommandOrigin current() {
        Optional<EventMessage<?>> cause = eventBeingHandled();
        if (cause.isPresent()) {
            return reactionTo(cause.get(), systemActingFor(cause.get()));
        }
        Actor actor = currentActor
                .find()
                .orElseThrow(() -> new NotPermitted("sign-in", "a command needs an authenticated actor"));
        return new CommandOrigin(
                actor,
                null,
                correlationId(),
                traces.current().orElse(null),
                expectedVersion(),
                KeyedRequest.current().orElse(null));
    }

    /** The actor is given; nothing the signed-in caller made a condition applies. */
    CommandOrigin of(Actor actor) {
        return eventBeingHandled()
                .map(event -> reactionTo(event, actor))
                .orElseGet(() -> new CommandOrigin(
                        actor,
                        null,
                        correlationId(),
                        traces.current().orElse(null),
                        OptionalLong.empty(),
                        KeyedRequest.current().orElse(null)));
    }

    /** A policy acts under no key, even if a request made it act: its commands carry ids that follow from the event. */
    private CommandOrigin reactionTo(EventMessage<?> event, Actor actor) {
        return new CommandOrigin(
                actor,
                event.getIdentifier(),
                text(event, MetadataKeys.CORRELATION_ID).orElse(event.getIdentifier()),
                traces.current().or(() -> text(event, MetadataKeys.TRACEPARENT)).orElse(null),
                OptionalLong.empty(),
                null);
    }

    private Actor systemActingFor(EventMessage<?> event) {
        Actor system = Actor.system(service);
        return ActorMetadata.actorOf(event)
                .map(actor ->
                        system.actingFor(Optional.ofNullable(actor.onBehalfOf()).orElse(actor.subject())))
                .orElse(system);
    }

    private static Optional<EventMessage<?>> eventBeingHandled() {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() instanceof EventMessage<?> event) {
            return Optional.of(event);
        }
        return Optional.empty();
    }

    private static Optional<String> text(EventMessage<?> event, String key) {
        return Optional.ofNullable((String) event.getMetaData().get(key));
    }

    private static String correlationId() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return UUID.randomUUID().toString();
        }
        if (request.getAttribute(CORRELATION_ID, RequestAttributes.SCOPE_REQUEST) instanceof String known) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        request.setAttribute(CORRELATION_ID, fresh, RequestAttributes.SCOPE_REQUEST);
        return fresh;
    }

    /**
     * A condition is about what the address names. An address without variables names a collection, which has no version;
     * and what is there under an id that the body gives is not told of by its version.
     */
    private static OptionalLong expectedVersion() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && !NO_VARIABLES.equals(attributes.getAttribute(
                        HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST))) {
            String ifMatch = attributes.getRequest().getHeader(HttpHeaders.IF_MATCH);
            return ifMatch == null ? OptionalLong.empty() : ETags.parse(ifMatch);
        }
        return OptionalLong.empty();
    }
}
