package org.dialogue.answers.knowledge;

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
public record KnownBody(
        BodyId bodyId, BodyKind kind, @Nullable PersonReference head) {

    static KnownBody after(@Nullable KnownBody before, AnsweringBodyEvent event) {
        if (event instanceof AnsweringBodyRegistered registered) {
            return new KnownBody(registered.bodyId(), registered.kind(), before == null ? null : before.head());
        }
        KnownBody known = Knowledge.known(before, event);
        return event instanceof BodyHeadAppointed appointed
                ? new KnownBody(known.bodyId(), known.kind(), appointed.head())
                : known;
    }
}
