package org.dialogue.reports.folds.reference;

import java.util.HashMap;
import java.util.Map;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.reports.folds.reference.RunningNumbers.Raising;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * Which questions are about a topic, by who may read them.
 *
 * @param byKey for each {@link Topic#key} and circle of readers how each question writes it, in the order of raising
 */
public record TopicIndex(PMap<String, PMap<Circle, PSortedMap<Raising, String>>> byKey) {

    /** Before anything was raised. */
    public static final TopicIndex EMPTY = new TopicIndex(HashTreePMap.empty());

    /** {@return the index with a question that it does not hold} */
    public TopicIndex plus(QuestionFacts question) {
        Circle circle = Circle.of(question);
        PMap<String, PMap<Circle, PSortedMap<Raising, String>>> next = byKey;
        for (Map.Entry<String, String> topic : written(question).entrySet()) {
            PMap<Circle, PSortedMap<Raising, String>> circles = next.getOrDefault(topic.getKey(), HashTreePMap.empty());
            PSortedMap<Raising, String> raised = circles.getOrDefault(circle, TreePMap.empty());
            next = next.plus(topic.getKey(), circles.plus(circle, raised.plus(question.raising(), topic.getValue())));
        }
        return new TopicIndex(next);
    }

    /** {@return the index without a question that it holds in these words} */
    public TopicIndex minus(QuestionFacts question) {
        Circle circle = Circle.of(question);
        PMap<String, PMap<Circle, PSortedMap<Raising, String>>> next = byKey;
        for (String key : written(question).keySet()) {
            PMap<Circle, PSortedMap<Raising, String>> circles = next.getOrDefault(key, HashTreePMap.empty());
            PSortedMap<Raising, String> raised =
                    circles.getOrDefault(circle, TreePMap.empty()).minus(question.raising());
            circles = raised.isEmpty() ? circles.minus(circle) : circles.plus(circle, raised);
            next = circles.isEmpty() ? next.minus(key) : next.plus(key, circles);
        }
        return new TopicIndex(next);
    }

    private static Map<String, String> written(QuestionFacts question) {
        Map<String, String> first = new HashMap<>();
        question.topicsOf(question.partNumbers()).forEach(topic -> first.putIfAbsent(Topic.key(topic), topic));
        return first;
    }
}
