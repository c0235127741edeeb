package org.dialogue.kit.consuming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.dialogue.kit.cloudevents.CloudEventWriter;
import org.dialogue.kit.observability.TraceContext;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    private final InboxMemory memory = mock(InboxMemory.class);
    private final InboxStatus status = new InboxStatus();
    private final List<Long> handled = new ArrayList<>();

    @SuppressWarnings("unchecked")
    private final SequencedDeadLetterQueue<EventMessage<?>> queue = mock(SequencedDeadLetterQueue.class);

    private static long offset;

    private RuntimeException failure;
    private int attempts;

    @Test
    void handsOverTheNextEventAndRemembersIt() {
        assertThat(inbox().take(record(1))).isEqualTo(Inbox.Outcome.HANDLED);

        assertThat(handled).containsExactly(1L);
        verify(memory).advance("other-service", 1);
    }

    @Test
    void passesOverWhatItHasHandled() {
        when(memory.position("other-service")).thenReturn(5L);

        assertThat(inbox().take(record(5))).isEqualTo(Inbox.Outcome.REPEATED);
        assertThat(handled).isEmpty();
    }

    @Test
    void reportsAGapOnceAndAppliesNothing() {
        when(memory.position("other-service")).thenReturn(5L);
        Inbox inbox = inbox();

        assertThat(inbox.take(record(7))).isEqualTo(Inbox.Outcome.GAP_FOUND);
        assertThat(inbox.take(record(8))).isEqualTo(Inbox.Outcome.GAP_KNOWN);

        assertThat(status.missing()).containsEntry("other-service", 6L);
        assertThat(handled).isEmpty();
        verify(memory, never()).advance(anyString(), anyLong());
    }

    @Test
    void holdsWhatCameEarlyUntilTheMissingEventHasCome() {
        when(memory.position("other-service")).thenReturn(5L);
        Inbox inbox = inbox();
        inbox.take(record(8));
        inbox.take(record(7));
        inbox.take(record(10));

        assertThat(inbox.take(record(6))).isEqualTo(Inbox.Outcome.HANDLED);
        assertThat(status.missing()).isEmpty();
        assertThat(handled).containsExactly(6L, 7L, 8L);
        verify(memory).advance("other-service", 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "Other-service", "other-service ", "other-service\n", ""})
    void believesNoSourceThatDoesNotOwnTheTopic(String source) {
        assertThat(inbox().take(record(source, 1, "{}"))).isIn(Inbox.Outcome.DISBELIEVED, Inbox.Outcome.UNREADABLE);

        assertThat(handled).isEmpty();
        assertThat(status.missing()).isEmpty();
        verify(memory, never()).position(anyString());
        verify(queue).enqueue(any(), any());
    }

    @Test
    void waitsForNothingThatAForgedPositionFarAheadSays() {
        when(memory.position("other-service")).thenReturn(5L);
        Inbox inbox = inbox();
        RawRecord forged = record(1_000_000);

        assertThat(inbox.take(forged)).isEqualTo(Inbox.Outcome.GAP_FOUND);
        assertThat(inbox.take(record(5))).isEqualTo(Inbox.Outcome.REPEATED);
        assertThat(inbox.take(forged)).isEqualTo(Inbox.Outcome.DISBELIEVED);
        assertThat(inbox.take(record(Long.MAX_VALUE))).isEqualTo(Inbox.Outcome.DISBELIEVED);

        assertThat(status.missing()).isEmpty();
        assertThat(inbox.take(record(6))).isEqualTo(Inbox.Outcome.HANDLED);
        when(memory.position("other-service")).thenReturn(999_999L);
        assertThat(inbox.take(forged)).isEqualTo(Inbox.Outcome.DISBELIEVED);
        assertThat(handled).containsExactly(6L);
    }

    @Test
    void readsTheTopicAgainIfItsMemoryIsOfAnOlderBackup() {
        Inbox inbox = inbox();

        assertThat(inbox.take(record(5_000))).isEqualTo(Inbox.Outcome.GAP_FOUND);
        assertThat(inbox.take(record(1))).isEqualTo(Inbox.Outcome.HANDLED);
        assertThat(handled).containsExactly(1L);
    }

    @Test
    void noticesThatAPositionIsToldOtherwise() {
        Inbox inbox = inbox();
        inbox.take(record(1));
        when(memory.position("other-service")).thenReturn(1L);

        assertThat(inbox.take(record(1))).isEqualTo(Inbox.Outcome.REPEATED);
        assertThat(inbox.take(record("other-service", 1, "{\"forged\":true}"))).isEqualTo(Inbox.Outcome.DISBELIEVED);
        assertThat(inbox.take(record("other-service", 3, "{\"forged\":true}"))).isEqualTo(Inbox.Outcome.GAP_FOUND);
        assertThat(inbox.take(record(3))).isEqualTo(Inbox.Outcome.DISBELIEVED);
        assertThat(handled).containsExactly(1L);
    }

    @Test
    void isNotStoppedByAFlood() {
        doThrow(new DeadLetterQueueOverflowException("full")).when(queue).enqueue(any(), any());
        Inbox inbox = inbox();

        assertThat(inbox.take(record("stranger", 1, "{}"))).isEqualTo(Inbox.Outcome.DISBELIEVED);
        assertThat(inbox.take(
                        RawRecord.of(new ConsumerRecord<>("t", 0, 3, null, "poison".getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(Inbox.Outcome.UNREADABLE);
        assertThat(inbox.take(record(1))).isEqualTo(Inbox.Outcome.HANDLED);
    }

    @Test
    void triesAgainBeforeItParks() {
        failure = new IllegalStateException("for a moment");

        assertThat(inbox().take(record(1))).isEqualTo(Inbox.Outcome.HANDLED);

        assertThat(attempts).isEqualTo(3);
        verify(queue).enqueue(any(), any());
        verify(memory).advance("other-service", 1);
    }

    @Test
    void losesNothingWhenParkingFailsToo() {
        failure = new IllegalStateException("for ever");
        doThrow(new MongoTimeoutException("no server")).when(queue).enqueue(any(), any());

        assertThatThrownBy(() -> inbox().take(record(1))).isInstanceOf(MongoTimeoutException.class);

        verify(memory, never()).advance(anyString(), anyLong());
    }

    @Test
    void losesNoUnreadableRecordWhenParkingFails() {
        doThrow(new MongoTimeoutException("no server")).when(queue).enqueue(any(), any());
        RawRecord poison =
                RawRecord.of(new ConsumerRecord<>("t", 0, 3, null, "poison".getBytes(StandardCharsets.UTF_8)));

        assertThatThrownBy(() -> inbox().take(poison)).isInstanceOf(MongoTimeoutException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "-292275055-05-16T16:47:04.191Z",
                "+292278994-08-17T07:12:55.808Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "+1000000001-01-01T00:00:00Z",
                "2023-02-30T00:00:00Z",
                "tomorrow",
                ""
            })
    void parksWhatHappenedOrWasRecordedAtNoTimeALedgerHolds(String time) {
        Inbox inbox = inbox();

        assertThat(inbox.take(record(1, "ce_recordedat", time))).isEqualTo(Inbox.Outcome.UNREADABLE);
        assertThat(inbox.take(record(1, "ce_time", time))).isEqualTo(Inbox.Outcome.UNREADABLE);
        assertThat(inbox.take(record(1))).isEqualTo(Inbox.Outcome.HANDLED);

        verify(queue, times(2)).enqueue(any(), any());
        assertThat(handled).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-292275055-05-16T16:47:04.192Z", "+292278994-08-17T07:12:55.807Z", "0000-01-01T00:00:00Z"})
    void handlesWhatALedgerHoldsHoweverFarAwayItIs(String time) {
        Inbox inbox = inbox();

        assertThat(inbox.take(record(1, "ce_recordedat", time))).isEqualTo(Inbox.Outcome.HANDLED);
        when(memory.position("other-service")).thenReturn(1L);
        assertThat(inbox.take(record(2, "ce_time", time))).isEqualTo(Inbox.Outcome.HANDLED);

        assertThat(handled).containsExactly(1L, 2L);
    }

    @Test
    void handsOverWhatArrivedTogetherToThoseWhoPreferThatAndEachByItselfWhereItFails() {
        List<List<Long>> batches = new ArrayList<>();
        Inbox inbox = inbox(new InboundHandler.OfBatches() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void handle(ReceivedEvent event) {
                handled.add(event.position());
            }

            @Override
            public void handleAll(List<ReceivedEvent> events) {
                batches.add(events.stream().map(ReceivedEvent::position).toList());
                if (failure != null) {
                    throw failure;
                }
            }
        });
        when(memory.position("other-service")).thenReturn(0L, 1L, 2L, 3L);
        inbox.take(record(1));
        inbox.take(record(2));
        inbox.store();
        failure = new IllegalStateException("one of them fails");
        inbox.take(record(3));
        inbox.take(record(4));
        inbox.store();

        assertThat(batches).containsExactly(List.of(1L, 2L), List.of(3L, 4L));
        assertThat(handled).containsExactly(3L, 4L);
        verify(memory, times(2)).store();
    }

    @Test
    void looksAtItsMemoryAnewIfThatCannotBeStored() {
        Inbox inbox = inbox();
        inbox.take(record(1));
        doThrow(new IllegalStateException("the store is away")).when(memory).store();

        assertThatThrownBy(inbox::store).hasMessage("the store is away");
        verify(memory).reload();
    }

    private static RawRecord record(long position, String header, String value) {
        RawRecord record = record(position);
        record.headers().put(header, value.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private Inbox inbox() {
        return inbox(new InboundHandler() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public void handle(ReceivedEvent event) {
                attempts++;
                if (failure != null) {
                    throw failure;
                }
                handled.add(event.position());
            }
        });
    }

    private Inbox inbox(InboundHandler handler) {
        Retries retries = new Retries(List.of(Duration.ofMillis(1), Duration.ofMillis(1)));
        LetterBox letters = new LetterBox("inbound-test", queue);
        ParkingHandler parking = new ParkingHandler(handler, letters, retries, new TraceContext(null, null));
        return new Inbox(
                memory,
                List.of(parking),
                new UnreadableRecords(letters),
                new UnbelievedRecords(letters, TopicOwners.of("t", "other-service"), new SimpleMeterRegistry()),
                status,
                () -> {});
    }

    private static RawRecord record(long position) {
        return record("other-service", position, "{}");
    }

    private static RawRecord record(String source, long position, String payload) {
        LedgerEvent event = LedgerEvent.ofAggregate(
                "id-" + position,
                "question-grouped",
                "1",
                "question",
                "question:q",
                position - 1,
                Instant.EPOCH,
                payload.getBytes(StandardCharsets.UTF_8),
                new byte[] {'{', '}'});
        ProducerRecord<byte[], byte[]> sent =
                new CloudEventWriter("t", source).write(new RecordedEvent(position, Instant.EPOCH, event));
        ConsumerRecord<byte[], byte[]> received = new ConsumerRecord<>("t", 0, offset++, sent.key(), sent.value());
        sent.headers().forEach(received.headers()::add);
        return RawRecord.of(received);
    }
}
