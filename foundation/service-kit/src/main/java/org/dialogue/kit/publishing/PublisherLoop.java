package org.dialogue.kit.publishing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes a ledger: reads on from the token, sends, waits for all acknowledgements, moves the token. After any failure
 * it begins again at the token with a new producer, so that nothing is skipped and what was sent in vain is sent again.
 */
final class PublisherLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PublisherLoop.class);

    private final EventLedger ledger;
    private final PublisherPosition position;
    private final Publication publication;
    private final ProducerOnDemand producer;
    private final PublisherStatus status;
    private final Timer timer;
    private final Counter failures;
    private final int batchSize;

    PublisherLoop(
            EventLedger ledger,
            PublisherPosition position,
            Publication publication,
            Supplier<Producer<byte[], byte[]>> producers,
            PublisherStatus status,
            MeterRegistry meters,
            int batchSize) {
        this.ledger = ledger;
        this.position = position;
        this.publication = publication;
        this.producer = new ProducerOnDemand(producers);
        this.status = status;
        this.timer = Timer.builder("dialogue.publishing")
                .description("From reading a batch of events to the last acknowledgement")
                .register(meters);
        this.failures = Counter.builder("dialogue.publishing.failures")
                .description("Batches that were not acknowledged and are sent again")
                .register(meters);
        this.batchSize = batchSize;
    }

    /** How a round ended. */
    enum Round {
        /** There may be more to send at once. */
        BUSY,
        /** All is sent, or another instance does it. */
        IDLE,
        /** Wait a little and begin again at the token. */
        FAILED
    }

    Round round() throws InterruptedException {
        try {
            long published = position.claim();
            status.at(published);
            List<RecordedEvent> batch = ledger.readNewsAfter(published, batchSize);
            long last = batch.isEmpty() ? published : publish(batch);
            status.works();
            status.at(last);
            return batch.size() < batchSize ? Round.IDLE : Round.BUSY;
        } catch (UnableToClaimTokenException held) {
            standBy();
            return Round.IDLE;
        } catch (ExecutionException | RuntimeException failure) {
            recover(failure);
            return Round.FAILED;
        }
    }

    private long publish(List<RecordedEvent> batch) throws ExecutionException, InterruptedException {
        Timer.Sample sample = Timer.start();
        publication.send(producer.get(), batch);
        sample.stop(timer);
        long last = batch.get(batch.size() - 1).position();
        position.moveTo(last);
        return last;
    }

    private void standBy() {
        status.standsBy();
        position.doubt();
        producer.discard();
    }

    private void recover(Exception failure) {
        failures.increment();
        status.fails(String.valueOf(failure.getMessage()));
        LOG.warn("Publishing failed and begins again at its token: {}", failure.toString());
        position.doubt();
        producer.discard();
    }

    /** Lets go of the claim at once, so that another instance takes over without waiting for it to lapse. */
    void stop() {
        producer.close();
        try {
            position.release();
        } catch (RuntimeException failure) {
            LOG.info("The publisher's claim lapses by itself: {}", failure.toString());
        }
    }
}
