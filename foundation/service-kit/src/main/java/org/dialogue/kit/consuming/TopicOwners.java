package org.dialogue.kit.consuming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dialogue.kit.DialogueProperties;

/** Which services are believed on which topic. */
final class TopicOwners {

    /** The topics of this house, and who publishes to them. */
    private static final Map<String, Set<String>> KNOWN =
            Map.of("dialogue.events", Set.of("dialogue-service"), "answers.events", Set.of("answer-service"));

    private final Map<String, Set<String>> sources;

    private TopicOwners(Map<String, Set<String>> sources) {
        this.sources = Map.copyOf(sources);
    }

    /** @throws IllegalStateException if nobody is declared for a topic that is consumed */
    static TopicOwners of(DialogueProperties properties) {
        Map<String, Set<String>> sources = new HashMap<>();
        for (String topic : properties.kafka().consumeFrom()) {
            List<String> declared = properties.kafka().sources().getOrDefault(topic, List.of());
            Set<String> believed = declared.isEmpty() ? KNOWN.getOrDefault(topic, Set.of()) : Set.copyOf(declared);
            if (believed.isEmpty()) {
                throw new IllegalStateException(
                        "dialogue.kafka.sources.[" + topic + "] must name the services that are believed on it");
            }
            sources.put(properties.topic(topic), believed);
        }
        return new TopicOwners(sources);
    }

    static TopicOwners of(String topic, String source) {
        return new TopicOwners(Map.of(topic, Set.of(source)));
    }

    boolean believes(String topic, String source) {
        return sources.getOrDefault(topic, Set.of()).contains(source);
    }
}
