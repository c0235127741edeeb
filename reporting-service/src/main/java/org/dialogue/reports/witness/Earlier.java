package org.dialogue.reports.witness;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The statements that a checkpoint must not contradict: those agreed to, and those that were heard since and wait. */
final class Earlier {

    private final @Nullable Statement latest;
    private final LongFunction<Optional<Statement>> agreed;
    private final TreeMap<Long, Statement> heard;

    /**
     * @param latest the largest statement agreed to, if there is one
     * @param agreed finds statements agreed to by their sizes
     */
    Earlier(@Nullable Statement latest, LongFunction<Optional<Statement>> agreed) {
        this(latest, agreed, new TreeMap<>());
    }

    private Earlier(
            @Nullable Statement latest, LongFunction<Optional<Statement>> agreed, TreeMap<Long, Statement> heard) {
        this.latest = latest;
        this.agreed = agreed;
        this.heard = heard;
    }

    static Earlier nothing() {
        return new Earlier(null, size -> Optional.empty());
    }

    /**
     * The same, seen from when nothing larger than that size had been agreed to: what was agreed to later does not make a
     * note of then a smaller one that followed a larger one. It may contradict it all the same.
     */
    Earlier asWhenAgreedTo(long size) {
        return new Earlier(agreed.apply(size).orElse(null), agreed, heard);
    }

    void add(Statement statement) {
        heard.put(statement.tree().size(), statement);
    }

    Optional<Statement> largest() {
        Statement last = heard.isEmpty() ? null : heard.lastEntry().getValue();
        return Stream.of(Optional.ofNullable(latest), Optional.ofNullable(last))
                .flatMap(Optional::stream)
                .max(Comparator.comparingLong(statement -> statement.tree().size()));
    }

    Optional<Statement> ofSize(long size) {
        Statement known = heard.get(size);
        if (known == null && latest != null && latest.tree().size() == size) {
            known = latest;
        }
        return known == null ? agreed.apply(size) : Optional.of(known);
    }
}
