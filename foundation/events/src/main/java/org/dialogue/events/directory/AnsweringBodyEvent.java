package org.dialogue.events.directory;

import java.time.Instant;
import java.util.List;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** What happens to a body that answers questions and keeps commitments. */
public sealed interface AnsweringBodyEvent extends DialogueEvent {

    /** {@return the body, by its code} */
    BodyId bodyId();

    /**
     * A body entered the directory.
     *
     * @param aliases other English or Vietnamese names under which documents mention the same body
     * @param unit the administrative unit whose authority it is, for bodies of districts and communes
     */
    record AnsweringBodyRegistered(
            BodyId bodyId,
            BilingualName name,
            BodyKind kind,
            List<String> aliases,
            @Nullable UnitId unit,
            Instant happenedAt)
            implements AnsweringBodyEvent {

        /** Keeps its own copy of the aliases. */
        public AnsweringBodyRegistered {
            aliases = Lists.copy(aliases);
        }
    }

    /** A body's names were changed or put right; the names given replace the former ones. */
    record AnsweringBodyRenamed(
            BodyId bodyId, BilingualName name, List<String> aliases, String reason, Instant happenedAt)
            implements AnsweringBodyEvent {

        /** Keeps its own copy of the aliases. */
        public AnsweringBodyRenamed {
            aliases = Lists.copy(aliases);
        }
    }

    /** A person took office as the head of a body. */
    record BodyHeadAppointed(BodyId bodyId, PersonReference head, Instant happenedAt) implements AnsweringBodyEvent {}
}
