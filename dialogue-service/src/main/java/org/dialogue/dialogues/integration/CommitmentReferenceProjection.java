package org.dialogue.dialogues.integration;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.dialogue.kit.projections.ReferenceProjection;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The promises that answer-service has told of, by the programme in which they are followed up. */
@Component
@Inbound
@ProcessingGroup("known-commitments")
class CommitmentReferenceProjection {

    private final ReferenceProjection<CommitmentEvent, CommitmentReference> commitments;

    CommitmentReferenceProjection(Projections projections) {
        commitments = projections.ofReferences(ProjectionDefinition.of(
                        "known_commitments",
                        CommitmentEvent.class,
                        CommitmentReference.class,
                        CommitmentEvent::commitmentId,
                        CommitmentReference::after)
                .filteredBy("programme", CommitmentReference::programmeId)
                .filteredBy("ended", commitment -> commitment.stage() == CommitmentReference.Stage.ENDED));
    }

    List<CommitmentReference> openIn(ProgrammeId programme) {
        List<CommitmentReference> open = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<CommitmentReference> page = commitments.page(ListQuery.page(cursor, Page.MAX_LIMIT)
                    .where("programme", programme)
                    .where("ended", false));
            open.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return open;
    }

    @EventHandler
    void on(CommitmentEvent event, Origin origin) {
        commitments.apply(event, origin);
    }
}
