package org.dialogue.kit.observability;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** Stack traces whose messages keep to one line each. Named in {@code logback.xml}. */
public final class SingleLineThrowableConverter extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return super.throwableProxyToString(new Escaped(thrown, new IdentityHashMap<>()));
    }

    /** The same exception with its message escaped, and so its causes. */
    private static final class Escaped implements IThrowableProxy {

        private final IThrowableProxy thrown;
        private final @Nullable IThrowableProxy cause;
        private final IThrowableProxy[] suppressed;

        Escaped(IThrowableProxy thrown, Map<IThrowableProxy, Boolean> seen) {
            this.thrown = thrown;
            seen.put(thrown, true);
            IThrowableProxy inner = thrown.getCause();
            this.cause = inner == null || seen.containsKey(inner) ? null : new Escaped(inner, seen);
            this.suppressed = Arrays.stream(thrown.getSuppressed())
                    .filter(each -> !seen.containsKey(each))
                    .map(each -> new Escaped(each, seen))
                    .toArray(IThrowableProxy[]::new);
        }

        @Override
        public @Nullable String getMessage() {
            String message = thrown.getMessage();
            return message == null ? null : SingleLine.of(message);
        }

        @Override
        public String getClassName() {
            return thrown.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return thrown.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return thrown.getCommonFrames();
        }

        @Override
        public @Nullable IThrowableProxy getCause() {
            return cause;
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return suppressed;
        }

        @Override
        public boolean isCyclic() {
            return thrown.isCyclic();
        }
    }
}
