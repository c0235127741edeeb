package org.dialogue.kit.consuming;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All letters that a service has parked, whatever group they wait for. */
final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final Supplier<List<ParkedLetters>> groups;

    /** @param groups asked late, as Axon makes its processors when it starts */
    DeadLetters(Supplier<List<ParkedLetters>> groups) {
        this.groups = groups;
    }

    /** Lists at most so many, those of one sequence together and in order. */
    List<ParkedLetter> list(int limit) {
        List<ParkedLetter> letters = new ArrayList<>();
        for (ParkedLetters group : groups.get()) {
            for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence :
                    group.queue().deadLetters()) {
                for (DeadLetter<? extends EventMessage<?>> letter : sequence) {
                    if (letters.size() == limit) {
                        return letters;
                    }
                    letters.add(ParkedLetter.of(group.group(), letter));
                }
            }
        }
        return letters;
    }

    List<String> groups() {
        return groups.get().stream().map(ParkedLetters::group).toList();
    }

    long size(String group) {
        return find(group).queue().size();
    }

    /** Tries every sequence once. */
    RetryResult retryAll() {
        int handled = 0;
        int left = 0;
        for (ParkedLetters group : groups.get()) {
            for (String first : firstLetters(group)) {
                if (retry(group, first)) {
                    handled++;
                } else {
                    left++;
                }
            }
        }
        return new RetryResult(handled, left);
    }

    /** Tries the sequence that begins with the given letter. */
    RetryResult retry(String group, String letterId) {
        return retry(find(group), letterId) ? new RetryResult(1, 0) : new RetryResult(0, 1);
    }

    boolean holds(String group, String letterId) {
        return groups.get().stream()
                .filter(candidate -> candidate.group().equals(group))
                .anyMatch(candidate -> firstLetters(candidate).contains(letterId));
    }

    private static boolean retry(ParkedLetters group, String letterId) {
        try {
            return group.retry(letter -> letter.message().getIdentifier().equals(letterId));
        } catch (RuntimeException failure) {
            LOG.warn("A parked letter of {} could not be tried: {}", group.group(), failure.toString());
            return false;
        }
    }

    private static List<String> firstLetters(ParkedLetters group) {
        List<String> ids = new ArrayList<>();
        for (Iterable<DeadLetter<? extends EventMessage<?>>> sequence :
                group.queue().deadLetters()) {
            for (DeadLetter<? extends EventMessage<?>> first : sequence) {
                ids.add(first.message().getIdentifier());
                break;
            }
        }
        return ids;
    }

    private ParkedLetters find(String group) {
        return groups.get().stream()
                .filter(candidate -> candidate.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no group " + group));
    }
}
