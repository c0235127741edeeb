package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoDeadLetter;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.bson.Document;
import org.dialogue.ledger.TestMongo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * Axon's contract for dead-letter queues, on the queue of axon-mongo that stands beside the ledger: with the same
 * servers and the same serializer.
 */
class DeadLetterQueueContractTest extends SequencedDeadLetterQueueTest<EventMessage<?>> {

    private static final String GROUP = "processing-group";
    private static final int CAPACITY = 128;
    private static final QuietMoment QUIET = new QuietMoment(DeadLetterQueueContractTest::processALetter);

    private static SequencedDeadLetterQueue<EventMessage<?>> rehearsed;

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        return queue();
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(GROUP)
                .maxSequences(CAPACITY)
                .maxSequenceSize(CAPACITY)
                .serializer(TestEngines.SERIALIZER)
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(
                                TestMongo.client(), TestMongo.freshDatabase().getName())
                        .build())
                .build();
    }

    @BeforeAll
    static void openAnother() {
        rehearsed = queue();
    }

    @BeforeEach
    void awaitAQuietMoment() throws Throwable {
        QUIET.await();
    }

    /** In a thread of its own, as in the tests that are in a hurry. */
    private static void processALetter() throws InterruptedException {
        rehearsed.enqueue(generateId(), letter());
        Thread processing = new Thread(() -> rehearsed.process(letter -> Decisions.evict()));
        processing.start();
        processing.join();
    }

    /** The queue keeps an event's timestamp to the millisecond, so events are made with no more. */
    @BeforeEach
    void tickMilliseconds() {
        GenericEventMessage.clock = Clock.tickMillis(ZoneOffset.UTC);
    }

    @AfterEach
    void restoreClocks() {
        GenericEventMessage.clock = Clock.systemUTC();
        GenericDeadLetter.clock = Clock.systemUTC();
    }

    @Override
    protected long maxSequences() {
        return CAPACITY;
    }

    @Override
    protected long maxSequenceSize() {
        return CAPACITY;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return letter();
    }

    private static DeadLetter<EventMessage<?>> letter() {
        return new GenericDeadLetter<>("sequenceIdentifier", generateEvent(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequenceIdentifier", generateEvent());
    }

    /** The queue takes back only letters it handed out. */
    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        if (letter instanceof GenericDeadLetter<?> generic) {
            DeadLetterEntry entry = new DeadLetterEntry(
                    GROUP,
                    generic.getSequenceIdentifier().toString(),
                    0L,
                    new Document(),
                    letter.enqueuedAt(),
                    letter.lastTouched(),
                    letter.cause().orElse(null),
                    letter.diagnostics(),
                    TestEngines.SERIALIZER);
            return new MongoDeadLetter<>(entry, letter.diagnostics(), letter.message());
        }
        return letter;
    }

    /** The suite's own comparison asks for the same object, which no queue outside of memory can return. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message().getIdentifier())
                .isEqualTo(expected.message().getIdentifier());
        assertThat(actual.message().getTimestamp()).isEqualTo(expected.message().getTimestamp());
        assertThat(actual.message().getMetaData()).isEqualTo(expected.message().getMetaData());
        assertThat(actual.message().getPayloadType())
                .isEqualTo(expected.message().getPayloadType());
        assertThat((Object) actual.message().getPayload())
                .isEqualTo(expected.message().getPayload());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isEqualTo(expected.enqueuedAt());
        assertThat(actual.lastTouched()).isEqualTo(expected.lastTouched());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = clock;
    }
}
