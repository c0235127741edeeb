package org.dialogue.reports.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dialogue.events.Identifier;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.Topic;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Violation;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.paging.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters, and collects what is wrong with them. A filter by something that does not exist is refused: an
 * empty list would read as "nothing is owed" where a letter was mistyped.
 */
public final class Parameters {

    private final ReferenceData reference;
    private final List<Violation> violations = new ArrayList<>();

    /** @param reference tells what exists */
    public Parameters(ReferenceData reference) {
        this.reference = reference;
    }

    /** {@return the body to filter by, or empty if the parameter is absent} */
    public Optional<BodyId> body(@Nullable String value) {
        return body("body", value);
    }

    /**
     * A body to filter by.
     *
     * @param name the parameter's name
     * @param value its value, or null if it is absent
     */
    public Optional<BodyId> body(String name, @Nullable String value) {
        return known(name, value, BodyId::new, reference.bodies()::containsKey);
    }

    /** {@return the unit to filter by, or empty if the parameter is absent} */
    public Optional<UnitId> unit(@Nullable String value) {
        return known("unit", value, UnitId::new, reference.units()::containsKey);
    }

    /** {@return the programme to filter by, or empty if the parameter is absent} */
    public Optional<ProgrammeId> programme(@Nullable String value) {
        return known("programme", value, ProgrammeId::new, reference.programmes()::containsKey);
    }

    /**
     * A topic to filter by.
     *
     * @param value the parameter, or null if it is absent
     * @param topics those of the questions that the reader may see
     * @return its {@link Topic#key}
     */
    public Optional<String> topic(@Nullable String value, Topics topics) {
        if (value != null && !topics.include(value)) {
            add(InvalidInput.unknownReference("topic", "topic", value));
        }
        return Optional.ofNullable(value).map(Topic::key);
    }

    /**
     * The order asked for.
     *
     * @param value the parameter, or null for the first of the choices
     * @param choices the orders there are; each can be reversed by a minus before its name
     */
    public <T> Sorting<T> sorting(@Nullable String value, List<Sorting<T>> choices) {
        if (value == null) {
            return choices.get(0);
        }
        boolean reversed = value.startsWith("-");
        String name = reversed ? value.substring(1) : value;
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(choice -> reversed ? choice.reversed() : choice)
                .orElseGet(() -> {
                    String names = choices.stream().map(Sorting::name).collect(Collectors.joining(", "));
                    add(new InvalidInput(
                            "sort",
                            "one-of.sort",
                            "sort must be one of " + names + ", or one of them with a minus before it",
                            names));
                    return choices.get(0);
                });
    }

    /** Holds the page asked for against the list's order. */
    public void page(Sorting<?> sorting, @Nullable String cursor, int limit) {
        collect(() -> {
            Page.requireLimit(limit);
            return true;
        });
        if (cursor != null) {
            collect(() -> {
                sorting.requireOwn(cursor);
                return true;
            });
        }
    }

    /** Adds what is wrong otherwise. */
    public void add(InvalidInput refusal) {
        violations.addAll(refusal.violations());
    }

    /**
     * Ends the reading.
     *
     * @throws InvalidInput naming everything that is wrong, if anything is
     */
    public void refuseIfAny() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    /**
     * Reads an id.
     *
     * @param name the parameter's name
     * @param value its value
     * @param type the id's constructor
     * @throws InvalidInput if it is no valid id
     */
    public static <I extends Identifier> I id(String name, String value, Function<String, I> type) {
        return InvalidInput.checked(name, () -> type.apply(value));
    }

    private <I extends Identifier> Optional<I> known(
            String name, @Nullable String value, Function<String, I> type, Predicate<I> exists) {
        if (value == null) {
            return Optional.empty();
        }
        return collect(() -> {
            I id = id(name, value, type);
            if (!exists.test(id)) {
                throw InvalidInput.unknownReference(name, name, value);
            }
            return id;
        });
    }

    private <T> Optional<T> collect(Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput refusal) {
            add(refusal);
            return Optional.empty();
        }
    }
}
