package org.dialogue.kit.projections;

import com.mongodb.client.MongoDatabase;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.consuming.TopicHistory;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.projections.AggregateProjection.OwnHistory;
import org.dialogue.kit.projections.ReferenceProjection.ReceivedHistory;
import org.dialogue.ledger.EventLedger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Lists and reference data. */
@AutoConfiguration
@Import(ProjectionController.class)
class ProjectionsAutoConfiguration {

    @Bean
    Projections projections(
            MongoDatabase serviceDatabase,
            ObjectProvider<EventLedger> ledger,
            ObjectProvider<AggregateReaders> aggregates,
            ObjectProvider<TopicHistory> topics,
            LedgerEventReader reader,
            DialogueProperties properties) {
        return new Projections(
                serviceDatabase,
                () -> new OwnHistory(ledger.getObject(), reader, aggregates.getObject()),
                () -> new ReceivedHistory(topics.getObject(), reader),
                properties.service() + "-projections");
    }
}
