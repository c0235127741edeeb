package org.dialogue.reports.witness;

import org.dialogue.events.witness.AlarmKind;
import org.jspecify.annotations.Nullable;

/** What the witness makes of a note. */
sealed interface Verdict {

    /** The ledger says of its tree what the copy of its events says. */
    record Agrees(Statement statement) implements Verdict {}

    /** The same was said before. */
    record Repeats() implements Verdict {}

    /**
     * It cannot be judged yet.
     *
     * @param statement what is stated, once it is known who states it
     */
    record Waits(@Nullable Statement statement) implements Verdict {}

    /**
     * It must not be signed.
     *
     * @param statement what is stated; absent if the note cannot be read
     * @param earlier the statement that this one contradicts, if that is what is wrong
     * @param finding what is wrong, in a sentence
     */
    record Refused(
            AlarmKind kind,
            @Nullable Statement statement,
            @Nullable Statement earlier,
            String finding) implements Verdict {}
}
