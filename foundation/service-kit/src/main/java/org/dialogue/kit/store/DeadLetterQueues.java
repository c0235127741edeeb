package org.dialogue.kit.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.extensions.mongo.MongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** One queue of parked letters for each group, all in one collection. A full queue stops its group: nothing is dropped. */
public final class DeadLetterQueues {

    private static final int MOST_SEQUENCES = 10_000;
    private static final int MOST_IN_SEQUENCE = 10_000;

    private final MongoTemplate template;
    private final Serializer serializer;
    private final Map<String, Queue> queues = new ConcurrentHashMap<>();

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
        return queueOf(group);
    }

    /**
     * Looks at which sequences have letters, so that from then on most events pass without a look. Only for whoever is the
     * one that parks in these groups, whenever that has begun anew: what others park meanwhile goes unseen.
     */
    public void recall(Collection<String> groups) {
        groups.forEach(group -> queueOf(group).recall());
    }

    private Queue queueOf(String group) {
        return queues.computeIfAbsent(group, this::open);
    }

    /** {@return what all queues keep, one document for each letter, to be read only} */
    public MongoCollection<Document> letters() {
        return template.deadLetterCollection();
    }

    private Queue open(String group) {
        return new Queue(
                MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .mongoTemplate(template)
                        .serializer(serializer)
                        .maxSequences(MOST_SEQUENCES)
                        .maxSequenceSize(MOST_IN_SEQUENCE),
                group,
                template.deadLetterCollection());
    }

    /** A queue that may know which sequences can have letters, and needs to ask for these only. */
    private static final class Queue extends MongoSequencedDeadLetterQueue<EventMessage<?>> {

        private final String group;
        private final MongoCollection<Document> letters;
        private volatile @Nullable Set<String> parked;

        Queue(Builder<EventMessage<?>> settings, String group, MongoCollection<Document> letters) {
            super(settings);
            this.group = group;
            this.letters = letters;
        }

        void recall() {
            parked = null;
            Set<String> found = ConcurrentHashMap.newKeySet();
            letters.distinct("sequenceIdentifier", Filters.eq("processingGroup", group), String.class)
                    .into(found);
            parked = found;
        }

        @Override
        public void enqueue(Object sequenceIdentifier, DeadLetter<? extends EventMessage<?>> letter) {
            Set<String> known = parked;
            if (known != null) {
                known.add(sequenceIdentifier.toString());
            }
            super.enqueue(sequenceIdentifier, letter);
        }

        @Override
        public boolean contains(Object sequenceIdentifier) {
            Set<String> known = parked;
            return (known == null || known.contains(sequenceIdentifier.toString()))
                    && super.contains(sequenceIdentifier);
        }
    }
}
