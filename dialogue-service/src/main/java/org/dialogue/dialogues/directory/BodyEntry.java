package org.dialogue.dialogues.directory;

import java.util.List;
import java.util.Objects;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** An answering body as the directory shows it. */
public record BodyEntry(
        BodyId bodyId,
        BilingualName name,
        BodyKind kind,
        List<String> aliases,
        @Nullable UnitId unit,
        @Nullable PersonReference head) {

    /** {@return the entry after one more event} */
    public static BodyEntry after(@Nullable BodyEntry before, AnsweringBodyEvent event) {
        if (event instanceof AnsweringBodyRegistered registered) {
            return new BodyEntry(
                    registered.bodyId(),
                    registered.name(),
                    registered.kind(),
                    registered.aliases(),
                    registered.unit(),
                    null);
        }
        BodyEntry known = Objects.requireNonNull(before, "a body begins by being registered");
        if (event instanceof AnsweringBodyRenamed renamed) {
            return new BodyEntry(known.bodyId, renamed.name(), known.kind, renamed.aliases(), known.unit, known.head);
        }
        if (event instanceof BodyHeadAppointed appointed) {
            return new BodyEntry(known.bodyId, known.name, known.kind, known.aliases, known.unit, appointed.head());
        }
        throw new IllegalArgumentException("a body does not know " + event.getClass());
    }
}
