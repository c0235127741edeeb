package org.dialogue.kit.testing;

import static org.dialogue.kit.testing.Patience.PATIENCE;
import static org.dialogue.kit.testing.Patience.await;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.dialogue.embedded.TestServers;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.MetadataKeys;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorMetadata;
import org.dialogue.kit.cloudevents.CloudEventWriter;
import org.dialogue.kit.events.EventSerializers;
import org.dialogue.kit.kafka.Topics;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;

/** Another service as its events show it: publishes to a topic, position by position. */
public final class OtherService implements AutoCloseable {

    private final Serializer serializer = EventSerializers.forEvents();
    private final String topic;
    private final CloudEventWriter writer;
    private final KafkaProducer<byte[], byte[]> producer;
    private long position;

    /**
     * Stands in for a service.
     *
     * @param topic the full name of its topic; created if it is missing
     * @param name the service's name
     */
    public OtherService(String topic, String name) {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafkaBootstrapServers());
        // A broker that was stalled answers too late, or takes itself for fenced, for a moment.
        await().ignoreExceptionsInstanceOf(KafkaException.class)
                .untilAsserted(() -> new Topics(settings).ensure(topic));
        this.topic = topic;
        this.writer = new CloudEventWriter(topic, name);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * Publishes an event at the next position.
     *
     * @param sequence the event's place in its aggregate
     * @param by who did it
     * @return the event as it was recorded
     */
    public RecordedEvent publish(
            String aggregateType, String aggregateId, long sequence, DialogueEvent event, Actor by) {
        RecordedEvent recorded = record(++position, aggregateType, aggregateId, sequence, event, by);
        publish(recorded);
        return recorded;
    }

    /** {@return the position of the last event that was made} */
    public long position() {
        return position;
    }

    /** Publishes what was recorded earlier, or out of turn. */
    public void publish(RecordedEvent recorded) {
        send(writer.write(recorded));
    }

    /** Makes an event at a position of choice, without publishing it. */
    public RecordedEvent record(
            long at, String aggregateType, String aggregateId, long sequence, DialogueEvent event, Actor by) {
        position = Math.max(position, at);
        Map<String, Object> metadata = ActorMetadata.of(by);
        metadata.values().removeIf(value -> !(value instanceof String));
        String trace = UUID.randomUUID().toString().replace("-", "");
        metadata.put(MetadataKeys.CORRELATION_ID, UUID.randomUUID().toString());
        metadata.put(MetadataKeys.TRACEPARENT, "00-" + trace + "-" + trace.substring(16) + "-01");
        SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
        return new RecordedEvent(
                at,
                Instant.ofEpochMilli(Instant.now().toEpochMilli()),
                LedgerEvent.ofAggregate(
                        UUID.randomUUID().toString(),
                        payload.getType().getName(),
                        payload.getType().getRevision(),
                        aggregateType,
                        aggregateId,
                        sequence,
                        event.happenedAt(),
                        payload.getData(),
                        serializer
                                .serialize(MetaData.from(metadata), byte[].class)
                                .getData()));
    }

    /** Puts a record on the topic that is no event at all. */
    public void publishPoison(String text) {
        send(new ProducerRecord<>(topic, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends any record. */
    public void send(ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IllegalStateException("the test broker takes no record", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", interrupted);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
