package org.dialogue.reports.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dialogue.events.Identifier;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.paging.Sorting;
import org.jspecify.annotations.Nullable;

/**
 * Reads query parameters. A filter by something that does not exist is refused: an empty list would read as "nothing is
 * owed" where a letter was mistyped.
 */
public final class Parameters {

    private Parameters() {}

    /** {@return the body to filter by, or empty if the parameter is absent} */
    public static Optional<BodyId> body(@Nullable String value, Background background) {
        return known("body", value, BodyId::new, id -> background.bodies().containsKey(id));
    }

    /** {@return the unit to filter by, or empty if the parameter is absent} */
    public static Optional<UnitId> unit(@Nullable String value, Background background) {
        return known("unit", value, UnitId::new, id -> background.units().containsKey(id));
    }

    /** {@return the programme to filter by, or empty if the parameter is absent} */
    public static Optional<ProgrammeId> programme(@Nullable String value, Background background) {
        return known(
                "programme",
                value,
                ProgrammeId::new,
                id -> background.programmes().containsKey(id));
    }

    /**
     * The order asked for.
     *
     * @param value the parameter, or null for the first of the choices
     * @param choices the orders there are; each can be reversed by a minus before its name
     * @throws InvalidInput if it is none of them
     */
    public static <T> Sorting<T> sorting(@Nullable String value, List<Sorting<T>> choices) {
        if (value == null) {
            return choices.get(0);
        }
        boolean reversed = value.startsWith("-");
        String name = reversed ? value.substring(1) : value;
        return choices.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(choice -> reversed ? choice.reversed() : choice)
                .orElseThrow(() -> new InvalidInput(
                        "sort",
                        "one-of",
                        "sort must be one of "
                                + choices.stream().map(Sorting::name).collect(Collectors.joining(", "))
                                + ", or one of them with a minus before it"));
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
        try {
            return type.apply(value);
        } catch (IllegalArgumentException invalid) {
            throw new InvalidInput(name, "format", String.valueOf(invalid.getMessage()));
        }
    }

    private static <I extends Identifier> Optional<I> known(
            String name, @Nullable String value, Function<String, I> type, Function<I, Boolean> exists) {
        if (value == null) {
            return Optional.empty();
        }
        I id = id(name, value, type);
        if (!exists.apply(id)) {
            throw InvalidInput.unknownReference(name, name, value);
        }
        return Optional.of(id);
    }
}
