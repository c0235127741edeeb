package org.dialogue.kit.observability;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.kafka.KafkaSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusScrapeEndpoint;
import org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Meters, health and traces. */
@AutoConfiguration(
        before = {AxonAutoConfiguration.class, MongoHealthContributorAutoConfiguration.class},
        after = CompositeMeterRegistryAutoConfiguration.class)
class ObservabilityAutoConfiguration {

    @Bean
    UsagePropertyProvider noUsageReporting() {
        return new NoUsageReporting();
    }

    @Bean
    ConfigurerModule axonMeters(MeterRegistry meters) {
        return new AxonMeters(meters);
    }

    @Bean
    TraceContext traceContext(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        return new TraceContext(tracer.getIfAvailable(), propagator.getIfAvailable());
    }

    @Bean
    HealthIndicator mongoHealthIndicator(MongoDatabase serviceDatabase) {
        return new MongoHealth(serviceDatabase);
    }

    @Bean
    HealthIndicator kafkaHealthIndicator(KafkaSettings kafka) {
        return new KafkaHealth(kafka.forAdmin("health"));
    }

    @Bean
    OpenMeters openMeters(PrometheusScrapeEndpoint all, PrometheusRegistry registry, CurrentActor currentActor) {
        return new OpenMeters(all, registry, currentActor);
    }
}
