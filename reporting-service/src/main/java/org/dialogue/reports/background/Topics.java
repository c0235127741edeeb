package org.dialogue.reports.background;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.vocabulary.Topic;

/**
 * The topics of some questions, each as it was first written.
 *
 * @param firstWritten by {@link Topic#key}
 */
public record Topics(Map<String, String> firstWritten) {

    /**
     * The topics of the questions that a reader may see: of no others, because a topic can tell what a question is about.
     *
     * @param questions in any order
     */
    public static Topics of(Stream<QuestionFacts> questions) {
        Map<String, String> first = new HashMap<>();
        questions
                .sorted(Comparator.comparingLong(QuestionFacts::recordedAs))
                .forEach(question -> question.topicsOf(question.partNumbers())
                        .forEach(topic -> first.putIfAbsent(Topic.key(topic), topic)));
        return new Topics(first);
    }

    /** {@return whether one of the questions is about it, however it is written} */
    public boolean include(String topic) {
        return firstWritten.containsKey(Topic.key(topic));
    }

    /**
     * Topics for people.
     *
     * @param topics as written
     * @return each once, as first written, in alphabetical order
     */
    public Set<String> shown(Collection<String> topics) {
        Set<String> shown = new TreeSet<>();
        topics.forEach(topic -> shown.add(firstWritten.getOrDefault(Topic.key(topic), topic)));
        return shown;
    }

    /** {@return whether one of the topics is the one whose key is given} */
    public static boolean anyHasKey(Collection<String> topics, String key) {
        return topics.stream().map(Topic::key).anyMatch(key::equals);
    }
}
