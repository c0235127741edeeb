package org.dialogue.kit.observability;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusOutputFormat;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;

/**
 * Shows all meters to operators. Anybody else sees only those that tell whether the service keeps up: how many commands it
 * was given, and how its clients and its machine are set up, is nobody's business. Prometheus signs in as a client of the
 * OpenID provider that has the role operator (its setting {@code oauth2}).
 */
@EndpointWebExtension(endpoint = PrometheusScrapeEndpoint.class)
final class OpenMeters {

    /** This house's own; they tell no more than its public checkpoints and its health do. */
    private static final Pattern OPEN = Pattern.compile("dialogue_.*|ledger_checkpoint_.*");

    private final PrometheusScrapeEndpoint all;
    private final PrometheusRegistry registry;
    private final CurrentActor currentActor;

    OpenMeters(PrometheusScrapeEndpoint all, PrometheusRegistry registry, CurrentActor currentActor) {
        this.all = all;
        this.registry = registry;
        this.currentActor = currentActor;
    }

    /** The meters, in the format that the caller accepts. */
    @ReadOperation(producesFrom = PrometheusOutputFormat.class)
    WebEndpointResponse<byte[]> scrape(@Nullable PrometheusOutputFormat accepted, @Nullable Set<String> includedNames) {
        boolean operator = currentActor.find().stream().anyMatch(actor -> actor.hasAnyOf(Role.OPERATOR));
        // An empty Accept names none.
        PrometheusOutputFormat format = accepted == null ? PrometheusOutputFormat.CONTENT_TYPE_004 : accepted;
        return all.scrape(format, operator ? includedNames : open(includedNames));
    }

    private Set<String> open(@Nullable Set<String> wanted) {
        return registry.scrape().stream()
                .map(MetricSnapshot::getMetadata)
                .map(meter -> meter.getPrometheusName())
                .filter(name -> OPEN.matcher(name).matches())
                .filter(name -> wanted == null || wanted.contains(name))
                .collect(Collectors.toSet());
    }
}
