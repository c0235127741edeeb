package org.dialogue.kit.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The W3C trace context, as it is stored with events and travels with them. */
public final class TraceContext {

    private static final String TRACEPARENT = "traceparent";

    private final @Nullable Tracer tracer;
    private final @Nullable Propagator propagator;

    /** Without a tracer nothing is traced, and nothing else changes. */
    public TraceContext(@Nullable Tracer tracer, @Nullable Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** {@return the {@code traceparent} of the current span, or empty outside of one} */
    public Optional<String> current() {
        if (tracer == null || propagator == null) {
            return Optional.empty();
        }
        Span span = tracer.currentSpan();
        if (span == null) {
            return Optional.empty();
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, (headers, key, value) -> carrier.put(key, value));
        return Optional.ofNullable(carrier.get(TRACEPARENT));
    }

    /**
     * Runs something as part of a trace that began elsewhere.
     *
     * @param traceparent where it began; null begins a new trace
     * @param name what is done, for the span
     * @param work what is done
     */
    @SuppressWarnings("try") // the scope is only ever closed
    public void continueFrom(@Nullable String traceparent, String name, Runnable work) {
        if (tracer == null || propagator == null) {
            work.run();
            return;
        }
        Map<String, String> carrier = traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent);
        Span span = propagator.extract(carrier, Map::get).name(name).start();
        try (Tracer.SpanInScope scope = tracer.withSpan(span)) {
            work.run();
        } catch (RuntimeException failure) {
            span.error(failure);
            throw failure;
        } finally {
            span.end();
        }
    }
}
