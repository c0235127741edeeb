package org.dialogue.dialogues.question;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.history.LedgerTail;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The running numbers of questions within the programme where each was raised: 1, 2, 3 in the order of recording. They
 * follow from the ledger alone, so that every instance counts the same; they are stored, in that order, so that nobody has
 * to count from the beginning.
 */
@Component
public class QuestionNumbers {

    private static final String ID = "_id";
    private static final String NUMBER = "number";
    private static final String PROGRAMME = "programme";
    private static final String COUNTED = "counted";
    private static final String POSITION = "position";

    /** So many are counted before they are stored together. What a crash takes is counted again. */
    private static final int STORED_TOGETHER = 256;

    private static final int REMEMBERED = 4 * STORED_TOGETHER;
    private static final int EVENTS_AT_ONCE = 500;
    private static final int EVENTS_BETWEEN_STORES = 20 * EVENTS_AT_ONCE;

    private final MongoCollection<Document> numbers;
    private final MongoCollection<Document> progress;
    private final EventLedger ledger;
    private final LedgerEventReader reader;
    private final LedgerTail tail;

    private final Map<QuestionId, Long> remembered = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<QuestionId, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Map<ProgrammeId, Long> last = new HashMap<>();
    private final List<Document> toBeStored = new ArrayList<>();
    private long position;
    private long storedPosition;

    QuestionNumbers(MongoDatabase database, EventLedger ledger, LedgerEventReader reader, LedgerTail tail) {
        this.numbers = database.getCollection("question_numbers");
        this.progress = database.getCollection("question_numbers_progress");
        this.ledger = ledger;
        this.reader = reader;
        this.tail = tail;
        numbers.createIndex(Indexes.ascending(PROGRAMME, NUMBER), new IndexOptions().unique(true));
        Document stored = progress.find(Filters.eq(ID, COUNTED)).first();
        storedPosition = stored == null ? 0 : stored.getLong(POSITION);
        position = storedPosition;
    }

    /** {@return the question's number; null if there is no such question} */
    public @Nullable Long of(QuestionId id) {
        synchronized (this) {
            if (!remembered.containsKey(id)) {
                count();
            }
            Long number = remembered.get(id);
            if (number != null) {
                return number;
            }
        }
        return stored(id);
    }

    /** {@return the questions raised in the programme, in the order of their numbers} */
    synchronized List<QuestionId> raisedIn(ProgrammeId programme) {
        count();
        store();
        return numbers.find(Filters.eq(PROGRAMME, programme.value()))
                .sort(Sorts.ascending(NUMBER))
                .map(number -> new QuestionId(number.getString(ID)))
                .into(new ArrayList<>());
    }

    private @Nullable Long stored(QuestionId id) {
        Document number = numbers.find(Filters.eq(ID, id.value())).first();
        return number == null ? null : number.getLong(NUMBER);
    }

    private void count() {
        long end = tail.catchUp();
        while (position < end) {
            int wanted = (int) Math.min(EVENTS_AT_ONCE, end - position);
            for (RecordedEvent recorded : ledger.readAfter(position, wanted)) {
                for (DomainEventMessage<?> message : reader.read(recorded.event())) {
                    if (message.getPayloadType() == QuestionRaised.class) {
                        give((QuestionRaised) message.getPayload());
                    }
                }
                position = recorded.position();
            }
            if (toBeStored.size() >= STORED_TOGETHER || position - storedPosition >= EVENTS_BETWEEN_STORES) {
                store();
            }
        }
    }

    private void give(QuestionRaised raised) {
        long number = last.computeIfAbsent(raised.programmeId(), programme -> before(raised)) + 1;
        last.put(raised.programmeId(), number);
        remembered.put(raised.questionId(), number);
        toBeStored.add(new Document(ID, raised.questionId().value())
                .append(PROGRAMME, raised.programmeId().value())
                .append(NUMBER, number));
    }

    /**
     * How many questions had been raised in the programme before this one. More may be stored than our position says, by
     * another instance or before a crash; but what is stored has no gaps, so if this one is not, nothing after it is.
     */
    private long before(QuestionRaised raised) {
        Document greatest = numbers.find(
                        Filters.eq(PROGRAMME, raised.programmeId().value()))
                .sort(Sorts.descending(NUMBER))
                .first();
        Long known = stored(raised.questionId());
        if (known != null) {
            return known - 1;
        }
        return greatest == null ? 0 : greatest.getLong(NUMBER);
    }

    private void store() {
        if (!toBeStored.isEmpty()) {
            List<UpdateOneModel<Document>> writes = toBeStored.stream()
                    .map(number -> new UpdateOneModel<Document>(
                            Filters.eq(ID, number.getString(ID)),
                            Updates.combine(
                                    Updates.setOnInsert(PROGRAMME, number.getString(PROGRAMME)),
                                    Updates.setOnInsert(NUMBER, number.getLong(NUMBER))),
                            new UpdateOptions().upsert(true)))
                    .toList();
            try {
                numbers.bulkWrite(writes);
            } catch (MongoBulkWriteException raced) {
                // Another instance stored the same number at the same time; the rest has yet to be written.
                if (raced.getWriteErrors().stream()
                        .anyMatch(
                                error -> ErrorCategory.fromErrorCode(error.getCode()) != ErrorCategory.DUPLICATE_KEY)) {
                    throw raced;
                }
                numbers.bulkWrite(writes);
            }
            toBeStored.clear();
        }
        progress.updateOne(Filters.eq(ID, COUNTED), Updates.max(POSITION, position), new UpdateOptions().upsert(true));
        storedPosition = position;
    }
}
