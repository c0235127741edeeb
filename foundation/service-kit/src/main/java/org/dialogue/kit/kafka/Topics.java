package org.dialogue.kit.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes sure that a ledger's topic exists: one partition, because order on the topic is order in the ledger, and nothing
 * is ever deleted from it, because every view is a replay.
 */
public final class Topics {

    private static final int PARTITIONS = 1;
    private static final long TIMEOUT_SECONDS = 4;

    private final Map<String, Object> adminSettings;

    /** @param adminSettings how to reach the cluster */
    public Topics(Map<String, Object> adminSettings) {
        this.adminSettings = Map.copyOf(adminSettings);
    }

    /**
     * Creates the topic if it is missing.
     *
     * @param name its full name
     * @throws KafkaException if that fails
     * @throws IllegalStateException if it exists with more than one partition
     */
    public void ensure(String name) {
        Admin admin = Admin.create(adminSettings);
        try {
            int partitions = create(admin, name) ? PARTITIONS : partitions(admin, name);
            if (partitions != PARTITIONS) {
                throw new IllegalStateException("the topic " + name + " must have one partition, not " + partitions);
            }
        } catch (ExecutionException failure) {
            throw new KafkaException("the topic " + name + " could not be made sure of", failure.getCause());
        } catch (TimeoutException late) {
            throw new KafkaException("the topic " + name + " could not be made sure of in time", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while making sure of the topic " + name, interrupted);
        } finally {
            // At once: left to itself it waits a minute for the answer that was given up.
            admin.close(Duration.ZERO);
        }
    }

    /** False if it exists, which then has to be looked at; what was just created brokers may not know of yet. */
    private static boolean create(Admin admin, String name)
            throws ExecutionException, TimeoutException, InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.of(PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1", TopicConfig.RETENTION_BYTES_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(topic)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failure) {
            // Who may not create topics may find that an operator has.
            if (!(failure.getCause() instanceof TopicExistsException
                    || failure.getCause() instanceof AuthorizationException)) {
                throw failure;
            }
            return false;
        }
    }

    private static int partitions(Admin admin, String name)
            throws ExecutionException, TimeoutException, InterruptedException {
        TopicDescription found = admin.describeTopics(List.of(name))
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .get(name);
        return found == null ? 0 : found.partitions().size();
    }
}
