package org.dialogue.kit.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.dialogue.kit.publishing.PublisherLoop.Round;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PublisherLoopIT {

    private final List<MockProducer<byte[], byte[]>> producers = new CopyOnWriteArrayList<>();
    private final PublisherStatus status = new PublisherStatus();
    private boolean acknowledging;

    private PublisherFixture fixture;
    private PublisherPosition position;
    private PublisherLoop loop;

    @BeforeEach
    void setUp() {
        fixture = new PublisherFixture();
        position = fixture.position("one");
        loop = fixture.loop(position, status, this::newProducer);
    }

    @AfterEach
    void tearDown() {
        fixture.close();
    }

    @Test
    void beginsAtTheBeginningOfTheLedger() throws Exception {
        acknowledging = true;
        fixture.append(3);

        assertThat(loop.round()).isEqualTo(Round.IDLE);

        assertThat(sent(0)).containsExactly(1L, 2L, 3L);
        assertThat(position.claim()).isEqualTo(3);
        assertThat(fixture.meters.get("dialogue.publishing").timer().count()).isEqualTo(1);
    }

    @Test
    void movesTheTokenOnlyWhenEveryEventIsAcknowledged() {
        fixture.append(2);

        CompletableFuture<Round> round = CompletableFuture.supplyAsync(this::roundUnchecked);
        await().until(() -> !producers.isEmpty() && producers.get(0).history().size() == 2);
        assertThat(storedPosition()).isZero();

        producers.get(0).completeNext();
        // Long enough for the claim to be renewed; only the second acknowledgement may move the token.
        await().during(Duration.ofMillis(500)).until(() -> storedPosition() == 0 && !round.isDone());

        producers.get(0).completeNext();
        assertThat(round.join()).isEqualTo(Round.IDLE);
        assertThat(storedPosition()).isEqualTo(2);
    }

    @Test
    void sendsAgainFromTheTokenAfterAFailureAndSkipsNothing() throws Exception {
        fixture.append(3);
        CompletableFuture<Round> round = CompletableFuture.supplyAsync(this::roundUnchecked);
        await().until(() -> !producers.isEmpty() && producers.get(0).history().size() == 3);
        producers.get(0).completeNext();
        producers.get(0).errorNext(new RecordTooLargeException("too large"));
        producers.get(0).completeNext();

        assertThat(round.join()).isEqualTo(Round.FAILED);
        assertThat(storedPosition()).isZero();
        assertThat(producers.get(0).closed()).isTrue();
        assertThat(status.failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains("too large"));
        assertThat(fixture.meters.get("dialogue.publishing.failures").counter().count())
                .isEqualTo(1);

        acknowledging = true;
        assertThat(loop.round()).isEqualTo(Round.IDLE);
        assertThat(sent(1)).containsExactly(1L, 2L, 3L);
        assertThat(storedPosition()).isEqualTo(3);
        assertThat(status.failure()).isEmpty();
    }

    @Test
    void worksThroughABacklogBatchByBatch() throws Exception {
        acknowledging = true;
        fixture.append(25);

        assertThat(loop.round()).isEqualTo(Round.BUSY);
        assertThat(loop.round()).isEqualTo(Round.BUSY);
        assertThat(loop.round()).isEqualTo(Round.IDLE);

        assertThat(sent(0)).hasSize(25).isSorted();
        assertThat(status.position()).hasValue(25);
    }

    @Test
    void standsByForAnotherInstanceAndTakesOverWhenItStops() throws Exception {
        acknowledging = true;
        PublisherStatus otherStatus = new PublisherStatus();
        PublisherLoop other = fixture.loop(fixture.position("two"), otherStatus, this::newProducer);
        fixture.append(1);
        loop.round();

        assertThat(other.round()).isEqualTo(Round.IDLE);
        assertThat(otherStatus.position()).isEmpty();
        assertThat(producers).hasSize(1);

        loop.stop();
        fixture.append(1);
        assertThat(other.round()).isEqualTo(Round.IDLE);
        assertThat(otherStatus.position()).hasValue(2);
        assertThat(sent(1)).containsExactly(2L);
    }

    @Test
    void hasNoTroubleWhileAnotherInstancePublishes() throws Exception {
        acknowledging = true;
        PublisherLoop failing = fixture.loop(position, status, () -> {
            throw new KafkaException("the broker is away");
        });
        fixture.append(1);
        assertThat(failing.round()).isEqualTo(Round.FAILED);
        failing.stop();
        fixture.loop(fixture.position("two"), new PublisherStatus(), this::newProducer)
                .round();

        assertThat(failing.round()).isEqualTo(Round.IDLE);
        assertThat(status.failure()).isEmpty();
    }

    @Test
    void noticesWhenItMovesTheTokenThatAnotherInstanceHasTakenIt() throws Exception {
        acknowledging = true;
        PublisherPosition relied = fixture.position("relying", Duration.ofHours(1), Duration.ofHours(1));
        PublisherLoop relying = fixture.loop(relied, status, this::newProducer);
        fixture.append(1);
        relying.round();
        PublisherPosition taken = fixture.position("taker", Duration.ZERO, Duration.ZERO);
        assertThat(taken.claim()).isEqualTo(1);
        fixture.append(1);

        assertThat(relying.round()).isEqualTo(Round.IDLE);

        assertThat(status.position()).isEmpty();
        assertThat(taken.claim()).isEqualTo(1);
    }

    private Producer<byte[], byte[]> newProducer() {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(acknowledging, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    private long storedPosition() {
        return position.claim();
    }

    private Round roundUnchecked() {
        try {
            return loop.round();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private List<Long> sent(int producer) {
        return producers.get(producer).history().stream()
                .map(PublisherLoopIT::position)
                .toList();
    }

    private static long position(ProducerRecord<byte[], byte[]> record) {
        return Long.parseLong(
                new String(record.headers().lastHeader("ce_position").value(), StandardCharsets.UTF_8));
    }
}
