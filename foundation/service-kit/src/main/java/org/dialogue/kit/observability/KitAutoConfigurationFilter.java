package org.dialogue.kit.observability;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Leaves out auto-configurations for good, whatever a service configures. Axon's update checker reports usage to its
 * maker; a public body's system phones nobody. Axon's metrics order themselves after class names of an older Spring Boot,
 * and would make a second registry: {@link AxonMeters} takes their place. Accounts live with the identity provider.
 */
final class KitAutoConfigurationFilter implements AutoConfigurationImportFilter {

    static final Set<String> LEFT_OUT = Set.of(
            "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.MetricsAutoConfiguration",
            "org.axonframework.springboot.autoconfig.XStreamAutoConfiguration",
            "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] kept = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            kept[i] = candidates[i] == null || !LEFT_OUT.contains(candidates[i]);
        }
        return kept;
    }
}
