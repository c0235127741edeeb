package org.dialogue.reports.folds.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.reports.folds.reference.RunningNumbers.Raising;
import org.pcollections.HashTreePMap;
import org.pcollections.PSortedMap;

/**
 * The topics of the questions that a reader may see, each as it was first written in those: of no others, because a topic can
 * tell what a question is about. For one request.
 */
public final class Topics {

    private final TopicIndex index;
    private final Predicate<Circle> visible;
    private final Map<String, Optional<String>> firstWritten = new HashMap<>();
    private final Map<String, Set<QuestionId>> questions = new HashMap<>();

    /** @param visible which circles the reader belongs to */
    public Topics(TopicIndex index, Predicate<Circle> visible) {
        this.index = index;
        this.visible = visible;
    }

    /** {@return whether one of the questions is about it, however it is written} */
    public boolean include(String topic) {
        return firstWritten(Topic.key(topic)).isPresent();
    }

    /**
     * Topics for people.
     *
     * @param topics as written
     * @return each once, as first written, in alphabetical order
     */
    public Set<String> shown(Collection<String> topics) {
        Set<String> shown = new TreeSet<>();
        topics.forEach(topic -> shown.add(firstWritten(Topic.key(topic)).orElse(topic)));
        return shown;
    }

    /** {@return whether the question is about a topic, as a whole or in a part, by the topic's {@link Topic#key}} */
    public boolean areOf(QuestionId question, String key) {
        return questions
                .computeIfAbsent(
                        key,
                        unseen -> raised(key)
                                .flatMap(raised -> raised.keySet().stream().map(Raising::question))
                                .collect(Collectors.toSet()))
                .contains(question);
    }

    private Optional<String> firstWritten(String key) {
        return firstWritten.computeIfAbsent(
                key,
                unseen -> raised(key)
                        .map(PSortedMap::firstEntry)
                        .min(Comparator.comparing(Map.Entry::getKey))
                        .map(Map.Entry::getValue));
    }

    private Stream<PSortedMap<Raising, String>> raised(String key) {
        return index.byKey().getOrDefault(key, HashTreePMap.empty()).entrySet().stream()
                .filter(entry -> visible.test(entry.getKey()))
                .map(Map.Entry::getValue);
    }

    /** {@return whether one of the topics is the one whose key is given} */
    public static boolean anyHasKey(Collection<String> topics, String key) {
        return topics.stream().map(Topic::key).anyMatch(key::equals);
    }
}
