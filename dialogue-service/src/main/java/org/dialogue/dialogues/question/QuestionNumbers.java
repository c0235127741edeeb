package org.dialogue.dialogues.question;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.bson.Document;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The running numbers of questions within the programme where each was raised: 1, 2, 3 in the order of recording. They
 * follow from the ledger alone, and are kept so that they need not be counted each time. Whoever needs one that is not
 * kept yet reads on from where the last one stopped; of several that do so at once, each finds the same numbers, as a
 * question gets one only after all that were recorded before it.
 */
@Component
public class QuestionNumbers {

    private static final String ID = "_id";
    private static final String NUMBER = "number";
    private static final String PROGRAMME = "programme";
    private static final String COUNTED = "counted";

    private final MongoCollection<Document> numbers;
    private final MongoCollection<Document> progress;
    private final ObjectProvider<EventLedger> ledger;
    private final LedgerEventReader reader;

    QuestionNumbers(MongoDatabase database, ObjectProvider<EventLedger> ledger, LedgerEventReader reader) {
        this.numbers = database.getCollection("question_numbers");
        this.progress = database.getCollection("question_numbers_progress");
        this.ledger = ledger;
        this.reader = reader;
        numbers.createIndex(Indexes.ascending(PROGRAMME, NUMBER), new IndexOptions().unique(true));
    }

    /** {@return the question's number; null if there is no such question} */
    public @Nullable Long of(QuestionId id) {
        Long kept = kept(id);
        if (kept != null) {
            return kept;
        }
        count();
        return kept(id);
    }

    /** {@return the questions raised in the programme, in the order of their numbers} */
    List<QuestionId> raisedIn(ProgrammeId programme) {
        count();
        return numbers.find(Filters.eq(PROGRAMME, programme.value()))
                .sort(Sorts.ascending(NUMBER))
                .map(number -> new QuestionId(number.getString(ID)))
                .into(new ArrayList<>());
    }

    private @Nullable Long kept(QuestionId id) {
        Document number = numbers.find(Filters.eq(ID, id.value())).first();
        return number == null ? null : number.getLong(NUMBER);
    }

    private void count() {
        Document counted = progress.find(Filters.eq(ID, COUNTED)).first();
        long last = counted == null ? 0 : counted.getLong("position");
        long reached = last;
        try (Stream<RecordedEvent> news = ledger.getObject().readAfter(last)) {
            for (RecordedEvent recorded : (Iterable<RecordedEvent>) news::iterator) {
                for (DomainEventMessage<?> message : reader.read(recorded.event())) {
                    if (message.getPayloadType() == QuestionRaised.class) {
                        keep((QuestionRaised) message.getPayload());
                    }
                }
                reached = recorded.position();
            }
        }
        if (reached > last) {
            progress.updateOne(
                    Filters.eq(ID, COUNTED), Updates.max("position", reached), new UpdateOptions().upsert(true));
        }
    }

    private void keep(QuestionRaised raised) {
        String programme = raised.programmeId().value();
        Document last = numbers.find(Filters.eq(PROGRAMME, programme))
                .sort(Sorts.descending(NUMBER))
                .first();
        try {
            numbers.insertOne(new Document(ID, raised.questionId().value())
                    .append(PROGRAMME, programme)
                    .append(NUMBER, last == null ? 1 : last.getLong(NUMBER) + 1));
        } catch (MongoWriteException known) {
            if (known.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw known;
            }
        }
    }
}
