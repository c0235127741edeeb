package org.dialogue.kit.store;

import com.mongodb.client.MongoCollection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.bson.Document;

/** One queue of parked letters for each group, all in one collection. A full queue stops its group: nothing is dropped. */
public final class DeadLetterQueues {

    private static final int MOST_SEQUENCES = 10_000;
    private static final int MOST_IN_SEQUENCE = 10_000;

    private final MongoTemplate template;
    private final Serializer serializer;
    private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues = new ConcurrentHashMap<>();

    DeadLetterQueues(MongoTemplate template, Serializer serializer) {
        this.template = template;
        this.serializer = serializer;
    }

    /**
     * The queue of a group.
     *
     * @param group the group's name, which is stored with its letters
     * @return always the same queue for the same group
     */
    public SequencedDeadLetterQueue<EventMessage<?>> of(String group) {
        return queues.computeIfAbsent(group, this::open);
    }

    /** {@return what all queues keep, one document for each letter, to be read only} */
    public MongoCollection<Document> letters() {
        return template.deadLetterCollection();
    }

    private SequencedDeadLetterQueue<EventMessage<?>> open(String group) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .mongoTemplate(template)
                .serializer(serializer)
                .maxSequences(MOST_SEQUENCES)
                .maxSequenceSize(MOST_IN_SEQUENCE)
                .build();
    }
}
