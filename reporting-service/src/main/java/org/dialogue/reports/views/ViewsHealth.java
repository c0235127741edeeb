package org.dialogue.reports.views;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dialogue.kit.observability.DegradedStatus;
import org.dialogue.reports.folds.ViewFault.Kind;
import org.dialogue.reports.folds.ViewState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Out of service until every view has caught up; degraded while the ledger cannot be read, or where a view goes on without
 * an event that it could not take; values that cannot be shown as they are count, and harm nothing. Answers are still given then, and name the position they reflect.
 */
final class ViewsHealth implements HealthIndicator {

    private final Views views;

    ViewsHealth(Views views) {
        this.views = views;
    }

    @Override
    public Health health() {
        Map<String, Object> details = new LinkedHashMap<>();
        views.all().forEach(view -> view.names().forEach(name -> details.put(name, detail(view))));
        views.readingFailure().ifPresent(failure -> details.put("reading", failure.toString()));
        return status().withDetails(details).build();
    }

    private Health.Builder status() {
        if (!views.haveCaughtUp()) {
            return Health.outOfService();
        }
        boolean whole = views.readingFailure().isEmpty()
                && views.all().stream().allMatch(view -> view.state().faults().leftOut() == 0);
        return whole ? Health.up() : Health.status(DegradedStatus.DEGRADED);
    }

    private static Map<String, Object> detail(LiveView<?> view) {
        ViewState<?> state = view.state();
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("position", state.position());
        detail.put("percent", view.building().percent());
        // Numbers only: what went wrong may quote an event, and health is open to everybody.
        detail.put("faults", state.faults().leftOut());
        detail.put("implausible", state.faults().count(Kind.IMPLAUSIBLE));
        detail.put("unknown", state.faults().count(Kind.UNKNOWN));
        return detail;
    }
}
