package org.dialogue.reports.story;

import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.Disposition;
import org.jspecify.annotations.Nullable;

/** Where one part of a played share stands. */
final class PlayedPart {

    /** As both services tell it. */
    enum Standing {
        DUE,
        RETURNED,
        ANSWERED,
        TRANSFERRED
    }

    Standing standing = Standing.DUE;
    boolean contested;

    @Nullable
    AnswerId answer;

    @Nullable
    Disposition disposition;
}
