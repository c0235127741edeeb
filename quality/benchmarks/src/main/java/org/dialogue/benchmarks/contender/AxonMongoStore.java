package org.dialogue.benchmarks.contender;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.CommitEntry;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.CommitEntryConfiguration;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntry;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.bson.Document;
import org.dialogue.benchmarks.workload.NewEvent;

/** axon-mongo as it comes. Its engine creates its own indexes. */
final class AxonMongoStore implements AxonStore, BulkFilled {

    private final MongoTemplate collections;
    private final EventStorageEngine engine;
    private final Function<NewEvent, Document> documents;

    private AxonMongoStore(MongoDatabase database, StorageStrategy strategy, Function<NewEvent, Document> documents) {
        this.collections =
                DefaultMongoTemplate.builder().mongoDatabase(database).build();
        this.engine = MongoEventStorageEngine.builder()
                .mongoTemplate(collections)
                .storageStrategy(strategy)
                .eventSerializer(SERIALIZER)
                .snapshotSerializer(SERIALIZER)
                .build();
        this.documents = documents;
    }

    static AxonMongoStore documentPerEvent(MongoDatabase database) {
        return new AxonMongoStore(
                database,
                new DocumentPerEventStorageStrategy(),
                event -> new EventEntry(AxonStore.message(event), SERIALIZER)
                        .asDocument(EventEntryConfiguration.getDefault()));
    }

    static AxonMongoStore documentPerCommit(MongoDatabase database) {
        return new AxonMongoStore(
                database,
                new DocumentPerCommitStorageStrategy(),
                event -> new CommitEntry(List.of(AxonStore.message(event)), SERIALIZER)
                        .asDocument(CommitEntryConfiguration.getDefault(), EventEntryConfiguration.getDefault()));
    }

    @Override
    public EventStorageEngine engine() {
        return engine;
    }

    @Override
    public void fill(List<NewEvent> commitsOfOneEvent) {
        collections
                .eventCollection()
                .insertMany(commitsOfOneEvent.stream().map(documents).toList());
    }
}
