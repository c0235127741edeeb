package org.dialogue.reports.witness;

import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** The statements that a checkpoint must not contradict: those agreed to, and those that were heard since and wait. */
final class Earlier {

    private final TreeMap<Long, Statement> heard = new TreeMap<>();
    private final LongFunction<Optional<Statement>> agreed;

    /**
     * @param latest the largest statement agreed to, if there is one
     * @param agreed finds statements agreed to by their sizes
     */
    Earlier(@Nullable Statement latest, LongFunction<Optional<Statement>> agreed) {
        this.agreed = agreed;
        if (latest != null) {
            add(latest);
        }
    }

    static Earlier nothing() {
        return new Earlier(null, size -> Optional.empty());
    }

    void add(Statement statement) {
        heard.put(statement.tree().size(), statement);
    }

    Optional<Statement> largest() {
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.of(heard.lastEntry().getValue());
    }

    Optional<Statement> ofSize(long size) {
        Statement known = heard.get(size);
        return known == null ? agreed.apply(size) : Optional.of(known);
    }
}
