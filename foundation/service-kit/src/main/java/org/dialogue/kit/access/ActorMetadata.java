package org.dialogue.kit.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.dialogue.events.MetadataKeys;
import org.jspecify.annotations.Nullable;

/** How an actor travels: whole with a command, and as plain strings with the events that follow. */
public final class ActorMetadata {

    /** The key under which a command carries its {@link Actor}; never stored, as commands stay in their process. */
    static final String ACTOR = "actor";

    private ActorMetadata() {}

    /**
     * Metadata for a command.
     *
     * @param actor who gives it
     * @return the actor, whole and as plain strings
     */
    public static Map<String, Object> of(Actor actor) {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put(ACTOR, actor);
        putIfPresent(metadata, MetadataKeys.SUBJECT, actor.subject());
        putIfPresent(metadata, MetadataKeys.PERSON_ID, actor.personId());
        putIfPresent(metadata, MetadataKeys.OFFICE, actor.office());
        putIfPresent(metadata, MetadataKeys.UNIT, actor.unit());
        putIfPresent(metadata, MetadataKeys.BODY, actor.body());
        putIfPresent(metadata, MetadataKeys.ON_BEHALF_OF, actor.onBehalfOf());
        return metadata;
    }

    /**
     * Who is behind a message.
     *
     * @param message a command, whose actor is complete, or an event, whose actor has no roles any more
     * @return the actor, or empty if the message names none
     */
    public static Optional<Actor> actorOf(Message<?> message) {
        MetaData metadata = message.getMetaData();
        if (message instanceof CommandMessage) {
            return Optional.ofNullable((Actor) metadata.get(ACTOR));
        }
        if (message instanceof EventMessage && metadata.get(MetadataKeys.SUBJECT) instanceof String subject) {
            return Optional.of(new Actor(
                    subject,
                    text(metadata, MetadataKeys.PERSON_ID),
                    text(metadata, MetadataKeys.OFFICE),
                    text(metadata, MetadataKeys.UNIT),
                    text(metadata, MetadataKeys.BODY),
                    Set.of(),
                    text(metadata, MetadataKeys.ON_BEHALF_OF)));
        }
        return Optional.empty();
    }

    private static @Nullable String text(MetaData metadata, String key) {
        return (String) metadata.get(key);
    }

    private static void putIfPresent(Map<String, Object> metadata, String key, @Nullable String value) {
        if (value != null) {
            metadata.put(key, value);
        }
    }
}
