package org.dialogue.dialogues.integration;

import java.util.List;
import java.util.Objects;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.jspecify.annotations.Nullable;

/**
 * A commitment, as far as this service has heard.
 *
 * @param programmeId where it is followed up
 * @param bodies the bodies that bear it, the leading one first
 */
record CommitmentReference(CommitmentId commitmentId, ProgrammeId programmeId, List<BodyId> bodies, Stage stage) {

    enum Stage {
        UNDER_WAY,
        CLAIMED,
        ENDED
    }

    static CommitmentReference after(@Nullable CommitmentReference before, CommitmentEvent event) {
        if (event instanceof FollowUpCommitted committed) {
            return new CommitmentReference(
                    committed.commitmentId(), committed.programmeId(), committed.bodies(), Stage.UNDER_WAY);
        }
        CommitmentReference known = Objects.requireNonNull(before, "a commitment begins by being promised");
        if (event instanceof CommitmentCarriedOver carriedOver) {
            return new CommitmentReference(known.commitmentId, carriedOver.programmeId(), known.bodies, known.stage);
        }
        if (event instanceof CommitmentCompletionClaimed) {
            return known.at(Stage.CLAIMED);
        }
        if (event instanceof CommitmentSentBack) {
            return known.at(Stage.UNDER_WAY);
        }
        if (event instanceof CommitmentVerified) {
            return known.at(Stage.ENDED);
        }
        if (event instanceof CommitmentVerdictCorrected corrected) {
            return known.at(corrected.outcome() == null ? Stage.UNDER_WAY : Stage.ENDED);
        }
        return known;
    }

    private CommitmentReference at(Stage next) {
        return new CommitmentReference(commitmentId, programmeId, bodies, next);
    }
}
