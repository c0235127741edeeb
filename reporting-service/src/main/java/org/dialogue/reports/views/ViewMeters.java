package org.dialogue.reports.views;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.dialogue.reports.folds.ViewFault;

/** How current each view is, what it goes on without, and how far its rebuild has come. */
final class ViewMeters implements MeterBinder {

    private final Views views;

    ViewMeters(Views views) {
        this.views = views;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        views.all().forEach(view -> view.names().forEach(name -> bind(registry, view, name)));
    }

    private void bind(MeterRegistry registry, LiveView<?> view, String viewName) {
        gauge(
                registry,
                view,
                viewName,
                "position",
                "Position that the view reflects",
                one -> one.state().position());
        gauge(
                registry,
                view,
                viewName,
                "behind",
                "Events of the own ledger that the view has yet to take",
                this::behind);
        gauge(
                registry,
                view,
                viewName,
                "faults",
                "Events that the view could not take",
                one -> one.state().faults().leftOut());
        gauge(
                registry,
                view,
                viewName,
                "implausible",
                "Events with values that cannot be shown as they are",
                one -> one.state().faults().count(ViewFault.Kind.IMPLAUSIBLE));
        gauge(
                registry,
                view,
                viewName,
                "unknown",
                "Events whose names this program does not know",
                one -> one.state().unknown().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        gauge(
                registry,
                view,
                viewName,
                "rebuild.percent",
                "Progress of the newest rebuild, or of the first folding",
                one -> one.rebuild().orElse(one.building()).percent());
    }

    private double behind(LiveView<?> view) {
        return Math.max(0, views.head() - view.state().position());
    }

    private static void gauge(
            MeterRegistry registry,
            LiveView<?> view,
            String viewName,
            String name,
            String description,
            ToDoubleFunction<LiveView<?>> value) {
        Gauge.builder("dialogue.views." + name, view, value)
                .description(description)
                .tag("view", viewName)
                .register(registry);
    }
}
