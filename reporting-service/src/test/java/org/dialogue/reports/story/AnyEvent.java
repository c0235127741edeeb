package org.dialogue.reports.story;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Makes events with any value in every component that the component's type can hold: of every event of the catalogue, found
 * by reflection, so that a new event or component is tried without anybody thinking of it. Few ids, so that events meet.
 */
public final class AnyEvent {

    private static final List<String> IDS =
            List.of("a", "b", "c", "2023", "SECRETARIAT", "Z".repeat(64), "police", "home-affairs");
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "ordinary",
            "cán bộ",
            "CÁN BỘ",
            Normalizer.normalize("Cán bộ", Normalizer.Form.NFD),
            "half \ud800 a character",
            "\udfff",
            "\ud83d\ude00",
            "\u0000\u0001\u001b[31m",
            "\u202ereversed",
            "line\nend\r\u2028",
            "\"quoted\\",
            "x".repeat(10_000));
    private static final List<Instant> MOMENTS = List.of(
            Instant.MIN,
            Instant.MAX,
            Instant.parse("-1000000000-01-01T00:00:00Z"),
            Instant.parse("0026-11-02T02:00:00Z"),
            Instant.parse("+12345-11-02T02:00:00Z"),
            Instant.parse("2206-11-02T02:00:00Z"),
            Instant.EPOCH,
            Sample.DAY_1,
            Sample.day(40));
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.MIN,
            LocalDate.MAX,
            LocalDate.of(26, 1, 1),
            LocalDate.of(2023, 12, 1),
            LocalDate.of(2206, 1, 1),
            LocalDate.of(12345, 1, 1));
    private static final List<BigDecimal> NUMBERS = List.of(
            new BigDecimal("1E+1000000000"),
            new BigDecimal("-1E-1000000000"),
            new BigDecimal("9".repeat(300)),
            new BigDecimal("0E+2000000000"),
            new BigDecimal("-5"),
            BigDecimal.ZERO,
            new BigDecimal("127.5"));
    private static final List<Integer> WHOLE =
            List.of(Integer.MIN_VALUE, -1, 0, 1, 1, 1, 2, 2, 3, 7, Integer.MAX_VALUE);

    private final Random random;

    /** @param random decides everything */
    public AnyEvent(Random random) {
        this.random = random;
    }

    /** {@return any event of the catalogue} */
    public DialogueEvent next() {
        return (DialogueEvent) record(pick(EventCatalogue.types()).type());
    }

    /** {@return any of the choices} */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private Object record(Class<?> type) {
        // What a record refuses cannot be in history either.
        for (int attempt = 0; attempt < 100; attempt++) {
            Object made = tryToMake(type);
            if (made != null) {
                return made;
            }
        }
        throw new IllegalStateException("no value found for " + type);
    }

    private @Nullable Object tryToMake(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(
                    Arrays.stream(components).map(this::value).toArray());
        } catch (InvocationTargetException refused) {
            return null;
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(type + " cannot be made", unusable);
        }
    }

    private @Nullable Object value(RecordComponent component) {
        boolean mayBeAbsent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return mayBeAbsent && random.nextInt(3) == 0 ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            return several(list.getActualTypeArguments()[0]);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return pick(TEXTS);
        }
        if (plain == Instant.class) {
            return pick(MOMENTS);
        }
        if (plain == LocalDate.class) {
            return pick(DAYS);
        }
        if (plain == BigDecimal.class) {
            return pick(NUMBERS);
        }
        if (plain == int.class || plain == Integer.class) {
            return pick(WHOLE);
        }
        if (plain == long.class || plain == Long.class) {
            return (long) pick(WHOLE);
        }
        if (plain == boolean.class) {
            return random.nextBoolean();
        }
        if (plain.isEnum()) {
            return pick(List.of(plain.getEnumConstants()));
        }
        if (Identifier.class.isAssignableFrom(plain)) {
            return identifier(plain);
        }
        return record(plain);
    }

    private Object identifier(Class<?> type) {
        try {
            return type.getConstructor(String.class).newInstance(pick(IDS));
        } catch (ReflectiveOperationException unusable) {
            throw new IllegalStateException(type + " cannot be made", unusable);
        }
    }

    private List<Object> several(Type type) {
        List<Object> several = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            several.add(value(type));
        }
        return several;
    }
}
