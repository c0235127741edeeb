package org.dialogue.answers.commitment;

import java.util.List;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;

/** Who may speak for the bodies that bear a commitment. */
final class CommitmentPermissions {

    private final Actor actor;
    private final ReferenceData references;

    CommitmentPermissions(Actor actor, ReferenceData references) {
        this.actor = actor;
        this.references = references;
    }

    /**
     * Insists that the actor may give this word: the secretariat records anybody's, the chair gives the leadership's, the
     * head of a bearing body gives that body's.
     *
     * @throws NotPermitted if not
     */
    static void requireMayCommit(Actor actor, CommittedBy committedBy, List<BodyId> bodies) {
        boolean leadershipByChair = committedBy == CommittedBy.LEADERSHIP && actor.hasAnyOf(Role.CHAIR);
        boolean ownBody = committedBy == CommittedBy.BODIES
                && actor.hasAnyOf(Role.HEAD)
                && bodies.stream().anyMatch(actor::worksIn);
        if (!leadershipByChair && !ownBody && !actor.hasAnyOf(Role.SECRETARIAT)) {
            throw new NotPermitted("who-commits", "its head commits a body, the chair the leadership");
        }
    }

    /**
     * The body for which the actor speaks.
     *
     * @param bearing the bodies that bear the commitment
     * @param named the body the actor names, or null to speak for the first that the actor may
     * @return one of the bearing bodies
     * @throws NotPermitted if there is none
     */
    BodyId bodyAmong(List<BodyId> bearing, @Nullable BodyId named) {
        return bearing.stream()
                .filter(body -> named == null || named.equals(body))
                .filter(this::maySpeakFor)
                .findFirst()
                .orElseThrow(() -> new NotPermitted("own-commitments", "a body acts only on the commitments it bears"));
    }

    private boolean maySpeakFor(BodyId body) {
        return ReadingPolicy.worksFor(actor, body) || actor.hasAnyOf(Role.CHAIR) && isLeadership(body);
    }

    private boolean isLeadership(BodyId body) {
        return references
                .body(body)
                .filter(known -> known.kind() == BodyKind.LEADERSHIP)
                .isPresent();
    }
}
