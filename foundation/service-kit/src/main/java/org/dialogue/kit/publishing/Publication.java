package org.dialogue.kit.publishing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.dialogue.kit.cloudevents.CloudEventWriter;
import org.dialogue.ledger.RecordedEvent;

/** Sends a batch of events and waits until the broker has acknowledged every one of them. */
final class Publication {

    private final CloudEventWriter writer;
    private final PublisherPosition position;
    private final Duration renewal;

    /**
     * Sends events.
     *
     * @param renewal how often the claim is renewed while the broker keeps us waiting; well below the claim's lifetime
     */
    Publication(CloudEventWriter writer, PublisherPosition position, Duration renewal) {
        this.writer = writer;
        this.position = position;
        this.renewal = renewal;
    }

    /** Returns only if all are acknowledged; otherwise some, all or none may have been sent. */
    void send(Producer<byte[], byte[]> producer, List<RecordedEvent> batch)
            throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(batch.size());
        for (RecordedEvent event : batch) {
            Future<RecordMetadata> acknowledgement = producer.send(writer.write(event));
            if (acknowledgement.isDone()) {
                // Refused at once: without a broker, each further event would have to wait in vain.
                acknowledgement.get();
            }
            acknowledgements.add(acknowledgement);
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            await(acknowledgement);
        }
    }

    private void await(Future<RecordMetadata> acknowledgement) throws ExecutionException, InterruptedException {
        while (true) {
            try {
                acknowledgement.get(renewal.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException slow) {
                position.extend();
            }
        }
    }
}
