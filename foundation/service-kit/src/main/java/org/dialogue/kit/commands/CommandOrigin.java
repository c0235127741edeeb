package org.dialogue.kit.commands;

import java.util.Map;
import java.util.OptionalLong;
import org.dialogue.events.MetadataKeys;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where a command comes from.
 *
 * @param actor who gives it
 * @param causationId the event it reacts to, if any; else the command itself is the cause of what follows
 * @param correlationId shared by everything that follows from one request
 * @param traceparent the W3C trace context, if any
 * @param expectedVersion the version the caller has seen, if it made that a condition
 * @param request the request under an Idempotency-Key that gives it, if one does
 */
record CommandOrigin(
        Actor actor,
        @Nullable String causationId,
        String correlationId,
        @Nullable String traceparent,
        OptionalLong expectedVersion,
        @Nullable KeyedRequest request) {

    CommandOrigin actingFor(String principal) {
        return new CommandOrigin(
                actor.actingFor(principal), causationId, correlationId, traceparent, expectedVersion, request);
    }

    Map<String, Object> asMetadata() {
        Map<String, Object> metadata = ActorMetadata.of(actor);
        metadata.put(MetadataKeys.CORRELATION_ID, correlationId);
        if (causationId != null) {
            metadata.put(MetadataKeys.CAUSATION_ID, causationId);
        }
        if (traceparent != null) {
            metadata.put(MetadataKeys.TRACEPARENT, traceparent);
        }
        if (expectedVersion.isPresent()) {
            metadata.put(VersionedTargetResolver.EXPECTED_VERSION, expectedVersion.getAsLong());
        }
        return metadata;
    }
}
