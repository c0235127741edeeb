package org.dialogue.answers.knowledge;

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
        BodyId bodyId, BodyKind kind, @Nullable PersonReference head) {}
