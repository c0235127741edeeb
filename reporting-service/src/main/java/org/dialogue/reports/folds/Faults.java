package org.dialogue.reports.folds;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * The faults of a view, by what the events happened to: so that each is shown where the thing itself is shown, and all else
 * stays right.
 *
 * @param byAggregate the faults of each thing, such as {@code question:q7}, oldest first
 * @param counts how many there are of each kind
 */
public record Faults(PMap<String, PVector<ViewFault>> byAggregate, PMap<ViewFault.Kind, Long> counts) {

    /** No faults. */
    public static final Faults NONE = new Faults(HashTreePMap.empty(), HashTreePMap.empty());

    private static final int TOLD = 3;

    Faults plus(ViewFault fault) {
        String aggregate = fault.event().aggregateId();
        return new Faults(
                byAggregate.plus(
                        aggregate,
                        byAggregate.getOrDefault(aggregate, TreePVector.empty()).plus(fault)),
                counts.plus(fault.kind(), count(fault.kind()) + 1));
    }

    /** {@return how many faults of a kind there are} */
    public long count(ViewFault.Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }

    /** {@return how many events of known names the view goes on without} */
    public long leftOut() {
        return count(ViewFault.Kind.UNREADABLE) + count(ViewFault.Kind.MISFIT);
    }

    /** {@return all but those of unknown names, which are counted by name; oldest first} */
    public List<ViewFault> known() {
        return byAggregate.values().stream()
                .flatMap(Collection::stream)
                .filter(fault -> fault.kind() != ViewFault.Kind.UNKNOWN)
                .sorted(Comparator.comparingLong(fault -> fault.event().position()))
                .toList();
    }

    /** {@return the faults of one thing, oldest first} */
    public List<ViewFault> of(Object aggregateId) {
        return List.copyOf(byAggregate.getOrDefault(aggregateId.toString(), TreePVector.empty()));
    }

    /**
     * What is wrong with something that several aggregates make up.
     *
     * @param aggregateIds the aggregates, by their ids or the texts of those
     * @return sentences for everybody who may see it; null if nothing is wrong
     */
    public @Nullable String told(Collection<?> aggregateIds) {
        if (byAggregate.isEmpty()) {
            return null;
        }
        List<ViewFault> found =
                aggregateIds.stream().flatMap(id -> of(id).stream()).toList();
        if (found.isEmpty()) {
            return null;
        }
        String first = found.stream().limit(TOLD).map(ViewFault::told).collect(Collectors.joining("; "));
        return found.size() <= TOLD ? first : first + "; and %d more".formatted(found.size() - TOLD);
    }

    /** {@return the counts by kind, for whoever watches} */
    public Map<ViewFault.Kind, Long> byKind() {
        return Map.copyOf(counts);
    }
}
