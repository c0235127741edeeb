package org.dialogue.reports.intake;

import org.dialogue.kit.consuming.ReceivedEvent;

/** A source tells another story under the id of an event that was copied before. It is parked for people to look at. */
final class AlteredHistory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AlteredHistory(ReceivedEvent received) {
        super("%s %d (%s) differs from what was copied under the same id"
                .formatted(
                        received.source(), received.position(), received.event().id()));
    }
}
