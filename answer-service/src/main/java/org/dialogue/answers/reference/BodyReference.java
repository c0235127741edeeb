package org.dialogue.answers.reference;

import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonReference;
import org.jspecify.annotations.Nullable;

/**
 * An answering body, as far as this service has heard.
 *
 * @param head who heads it now, if anybody was appointed
 */
public record BodyReference(
        BodyId bodyId, BodyKind kind, @Nullable PersonReference head) {

    static BodyReference after(@Nullable BodyReference before, AnsweringBodyEvent event) {
        if (event instanceof AnsweringBodyRegistered registered) {
            return new BodyReference(registered.bodyId(), registered.kind(), before == null ? null : before.head());
        }
        BodyReference known = ReferenceDataProjection.known(before, event);
        return event instanceof BodyHeadAppointed appointed
                ? new BodyReference(known.bodyId(), known.kind(), appointed.head())
                : known;
    }
}
