package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.history.LedgerTail;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two instances number questions at once, while more are raised: one number for each, in the order of recording. */
class NumberingByTwoInstancesIT extends Scene {

    private static final int RAISERS = 3;
    private static final int QUESTIONS_EACH = 8;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EventLedger ledger;

    @Autowired
    private LedgerEventReader reader;

    @Autowired
    private LedgerTail tail;

    @Test
    void numbersAreDistinctWithoutGapsAndInTheOrderOfRecording() {
        List<QuestionNumbers> instances = List.of(instance(), instance());
        ConcurrentLinkedQueue<String> raised = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> raisers = IntStream.range(0, RAISERS)
                .mapToObj(raiser -> CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < QUESTIONS_EACH; i++) {
                        raised.add(raised());
                        numberByBoth(instances, raised);
                    }
                }))
                .toList();
        raisers.forEach(CompletableFuture::join);

        List<QuestionId> recorded = inTheOrderOfRecording();
        assertThat(recorded).hasSize(RAISERS * QUESTIONS_EACH);
        for (QuestionNumbers numbers : List.of(instances.get(0), instances.get(1), instance())) {
            assertThat(recorded.stream().map(numbers::of))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, recorded.size()).boxed().toList());
            assertThat(numbers.raisedIn(new ProgrammeId(programme))).containsExactlyElementsOf(recorded);
        }
    }

    /** Both ask for the number of the latest question, at the same time; and a number once told never changes. */
    private static void numberByBoth(List<QuestionNumbers> instances, ConcurrentLinkedQueue<String> raised) {
        QuestionId latest = new QuestionId(new ArrayList<>(raised).get(raised.size() - 1));
        List<CompletableFuture<Long>> told = instances.stream()
                .map(numbers -> CompletableFuture.supplyAsync(() -> numbers.of(latest)))
                .toList();
        assertThat(told.get(0).join()).isNotNull().isEqualTo(told.get(1).join());
    }

    private QuestionNumbers instance() {
        return new QuestionNumbers(database, ledger, reader, tail);
    }

    private List<QuestionId> inTheOrderOfRecording() {
        try (Stream<RecordedEvent> all = ledger.readAfter(0)) {
            return all.flatMap(recorded -> reader.read(recorded.event()).stream())
                    .map(DomainEventMessage::getPayload)
                    .filter(QuestionRaised.class::isInstance)
                    .map(QuestionRaised.class::cast)
                    .filter(event -> event.programmeId().value().equals(programme))
                    .map(QuestionRaised::questionId)
                    .toList();
        }
    }
}
