package org.dialogue.kit.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dialogue.events.DialogueEvent;
import org.jspecify.annotations.Nullable;

/** Finds what an event lacks. JSON knows nothing of what may be null, so an event can be made and read without it. */
public final class MissingComponents {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private MissingComponents() {}

    private record Component(String name, Method accessor, boolean required) {

        static Component of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Component(
                    component.getName(), accessor, !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Record value) {
            try {
                return accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException unusable) {
                throw new IllegalStateException("a record that does not give its " + name, unusable);
            }
        }
    }

    /** {@return where the first value is missing that every event of this kind has, such as {@code due.kind}} */
    public static Optional<String> of(DialogueEvent event) {
        return Optional.ofNullable(firstIn("", event));
    }

    private static @Nullable String firstIn(String path, @Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> firstIn(path, one))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (!(value instanceof Record composed)) {
            return null;
        }
        for (Component component : COMPONENTS.get(composed.getClass())) {
            String name = path.isEmpty() ? component.name : path + "." + component.name;
            Object held = component.of(composed);
            String missing = held == null && component.required ? name : firstIn(name, held);
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }
}
