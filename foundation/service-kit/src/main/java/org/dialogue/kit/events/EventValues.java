package org.dialogue.kit.events;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dialogue.events.DialogueEvent;
import org.jspecify.annotations.Nullable;

/** All that an event holds, component by component, into its records and lists. */
public final class EventValues {

    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private EventValues() {}

    /** Looks at one value after another. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Looks at a value; what it holds itself comes after it.
         *
         * @param path where it stands, such as {@code due.kind}; elements of a list stand where the list does
         * @param value what stands there, null if nothing
         * @param required whether every event of this kind has it
         */
        void visit(String path, @Nullable Object value, boolean required);
    }

    /** Shows all values of an event, in the order of its components. */
    public static void visit(DialogueEvent event, Visitor visitor) {
        enter("", event, visitor);
    }

    /**
     * Finds what an event lacks. JSON knows nothing of what may be null, so an event can be made and read without it.
     *
     * @return where the first value is missing that every event of this kind has, such as {@code due.kind}
     */
    public static Optional<String> missing(DialogueEvent event) {
        AtomicReference<@Nullable String> first = new AtomicReference<>();
        visit(event, (path, value, required) -> {
            if (required && value == null) {
                first.compareAndSet(null, path);
            }
        });
        return Optional.ofNullable(first.get());
    }

    private static void enter(String path, @Nullable Object value, Visitor visitor) {
        if (value instanceof Collection<?> several) {
            several.forEach(one -> {
                visitor.visit(path, one, false);
                enter(path, one, visitor);
            });
        } else if (value instanceof Record composed) {
            for (Component component : COMPONENTS.get(composed.getClass())) {
                String name = path.isEmpty() ? component.name : path + "." + component.name;
                Object held = component.of(composed);
                visitor.visit(name, held, component.required);
                enter(name, held, visitor);
            }
        }
    }

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
}
