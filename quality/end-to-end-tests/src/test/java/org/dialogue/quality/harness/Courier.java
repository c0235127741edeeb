package org.dialogue.quality.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Carries records from the Kafka of one service to that of another as an unlucky network would: late, again, and a later
 * one before an earlier one. It does what publishers that fail and start again may do, and so loses nothing: what came too
 * early comes again in its place.
 */
public final class Courier implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(40);
    private static final int MOST_AT_ONCE = 6;
    private static final int FURTHEST_BACK = 8;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Map<String, Bag> bags = new HashMap<>();
    private final Random random;
    private final Thread thread;
    private volatile boolean hurried;
    private volatile boolean closed;

    /**
     * Begins to carry.
     *
     * @param from bootstrap servers of the Kafka that the records come from
     * @param to bootstrap servers of the one that they go to; its topics are created
     * @param topics which, each of one partition
     * @param seed decides on delays, repetitions and order
     */
    public Courier(String from, String to, List<String> topics, long seed) {
        this.random = new Random(seed);
        create(from, topics);
        create(to, topics);
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, from,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(
                topics.stream().map(topic -> new TopicPartition(topic, 0)).toList());
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, to),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        topics.forEach(topic -> bags.put(topic, new Bag()));
        this.thread = new Thread(this::carry, "courier-" + topics.get(0));
        thread.start();
    }

    private static void create(String servers, List<String> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            for (String topic : topics) {
                createIfMissing(admin, topic);
            }
        }
    }

    private static void createIfMissing(Admin admin, String topic) {
        try {
            admin.createTopics(Set.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("no topic " + topic, failure);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating " + topic, e);
        }
    }

    /** Lets it carry without mischief, or go back to its ways. */
    public void hurry(boolean now) {
        hurried = now;
    }

    private void carry() {
        while (!closed) {
            consumer.poll(POLL)
                    .forEach(received -> bag(received.topic()).records.add(received));
            bags.values().forEach(bag -> {
                if (hurried || random.nextInt(3) == 0) {
                    deliverSome(bag);
                }
            });
        }
        consumer.close();
        producer.close();
    }

    private Bag bag(String topic) {
        return bags.get(topic);
    }

    private void deliverSome(Bag bag) {
        int left = bag.records.size() - bag.delivered;
        if (left == 0) {
            return;
        }
        int until = bag.delivered + (hurried ? left : 1 + random.nextInt(Math.min(left, MOST_AT_ONCE)));
        int from = bag.delivered;
        if (!hurried && random.nextInt(4) == 0) {
            from -= Math.min(from, random.nextInt(FURTHEST_BACK));
        }
        if (!hurried && random.nextInt(4) == 0) {
            send(bag.records.get(from + random.nextInt(until - from)));
        }
        for (int next = from; next < until; next++) {
            send(bag.records.get(next));
        }
        bag.delivered = until;
    }

    private void send(ConsumerRecord<byte[], byte[]> received) {
        try {
            producer.send(new ProducerRecord<>(
                            received.topic(),
                            0,
                            received.timestamp(),
                            received.key(),
                            received.value(),
                            received.headers()))
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the courier lost its way", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the courier was interrupted", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was received of a topic, and how much of it was delivered; touched by the courier's thread alone. */
    private static final class Bag {
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        private int delivered;
    }
}
