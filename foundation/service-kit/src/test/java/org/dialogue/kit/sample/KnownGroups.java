package org.dialogue.kit.sample;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.dialogue.kit.projections.ReferenceProjection;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the service knows of another service's aggregates. */
@Component
@Inbound
@ProcessingGroup("known-groups")
public class KnownGroups {

    public record KnownGroup(List<String> leads) {

        public static KnownGroup after(@Nullable KnownGroup before, QuestionEvent event) {
            Stream<String> earlier = before == null ? Stream.of() : before.leads().stream();
            return new KnownGroup(Stream.concat(
                            earlier, Stream.of(((QuestionGrouped) event).lead().value()))
                    .toList());
        }
    }

    public static final ProjectionDefinition<QuestionEvent, KnownGroup> GROUPS = ProjectionDefinition.of(
            "known_groups", QuestionEvent.class, KnownGroup.class, QuestionEvent::questionId, KnownGroup::after);

    public final ReferenceProjection<QuestionEvent, KnownGroup> groups;

    KnownGroups(Projections projections) {
        groups = projections.ofReferences(GROUPS);
    }

    @EventHandler
    void on(QuestionGrouped event, Origin origin) {
        groups.apply(event, origin);
    }
}
