package org.dialogue.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.DefaultPropertiesPropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Sets what all services have in common, below everything a service or an operator sets. Runs before configuration files
 * are looked for, because it also says what the service's own file is called.
 */
final class KitDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        // Axon prints an advertisement otherwise.
        System.setProperty("disable-axoniq-console-message", "true");
        Map<String, Object> defaults = new HashMap<>(DefaultSettings.all());
        serviceName(application).ifPresent(name -> {
            defaults.put("dialogue.service", name);
            defaults.put("spring.application.name", name);
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("service-name", Map.of("spring.config.name", name)));
        });
        DefaultPropertiesPropertySource.addOrMerge(defaults, environment.getPropertySources());
    }

    private static Optional<String> serviceName(SpringApplication application) {
        return application.getAllSources().stream()
                .filter(Class.class::isInstance)
                .map(source -> AnnotatedElementUtils.findMergedAnnotation((Class<?>) source, ServiceName.class))
                .filter(annotation -> annotation != null)
                .map(ServiceName::value)
                .findFirst();
    }
}
