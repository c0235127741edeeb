package org.dialogue.kit;

import java.util.HashMap;
import java.util.Map;

/** Settings all services start from, each with its reason. */
final class DefaultSettings {

    private DefaultSettings() {}

    static Map<String, Object> all() {
        Map<String, Object> settings = new HashMap<>();
        servers(settings);
        ledger(settings);
        edge(settings);
        operations(settings);
        logging(settings);
        return settings;
    }

    private static void servers(Map<String, Object> settings) {
        settings.put("spring.mongodb.uri", "${MONGODB_URI:mongodb://localhost:27018}");
        settings.put("dialogue.kafka.bootstrap-servers", "${KAFKA_BOOTSTRAP_SERVERS:localhost:19092}");
        settings.put("spring.kafka.bootstrap-servers", "${dialogue.kafka.bootstrap-servers}");
        // The issuer is asked for its keys when the first token arrives, so it may start after the service.
        settings.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri", "${OIDC_ISSUER_URI:http://localhost:8080}");
        settings.put("spring.security.oauth2.resourceserver.jwt.audiences", "dialogue");
        // XStream is Axon's default; none of it is to be created.
        settings.put("axon.serializer.general", "jackson3");
        settings.put("axon.serializer.messages", "jackson3");
        settings.put("axon.serializer.events", "jackson3");
        settings.put("axon.axonserver.enabled", "false");
    }

    private static void ledger(Map<String, Object> settings) {
        settings.put("ledger.origin", "${dialogue.realm:nghe-an}/${dialogue.service:unnamed}");
        settings.put("ledger.poll-interval", "${dialogue.mongodb.poll-interval:200ms}");
        settings.put("ledger.web.path", "/api/ledger");
        // The security chain lets auditors have it, and nobody else.
        settings.put("ledger.web.export", "true");
    }

    private static void edge(Map<String, Object> settings) {
        settings.put("server.shutdown", "graceful");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        settings.put("server.error.include-message", "never");
        settings.put("spring.web.resources.add-mappings", "false");
        // Whoever sends nothing holds a thread no longer; how long a whole body may take says dialogue.web.body-within.
        settings.put("server.tomcat.connection-timeout", "10s");
        settings.put("server.tomcat.keep-alive-timeout", "60s");
        // JSON is all that enters; what reads forms and parts fails on malformed ones before anything can refuse them.
        settings.put("spring.servlet.multipart.enabled", "false");
        settings.put("spring.mvc.formcontent.filter.enabled", "false");
        settings.put("springdoc.api-docs.version", "openapi_3_1");
        settings.put("springdoc.writer-with-order-by-keys", "true");
        settings.put("springdoc.default-produces-media-type", "application/json");
        settings.put("springdoc.override-with-generic-response", "false");
    }

    private static void operations(Map<String, Object> settings) {
        // Several services may live in one JVM.
        settings.put("spring.jmx.enabled", "false");
        settings.put("management.endpoints.web.exposure.include", "health,prometheus");
        settings.put("management.endpoint.health.probes.enabled", "true");
        // Probes and those who watch bring no token: details tell how far a service has come, which its public
        // checkpoints
        // tell too, and nothing of how it is set up. Boot's check of the disk names paths; nothing is kept there.
        settings.put("management.endpoint.health.show-details", "always");
        settings.put("management.health.diskspace.enabled", "false");
        settings.put("management.health.ssl.enabled", "false");
        settings.put("management.endpoint.health.group.readiness.include", "readinessState,mongo,kafka");
        // Without Kafka commands are still accepted and wait in the ledger, so traffic must keep coming.
        settings.put("management.endpoint.health.status.order", "down,out-of-service,degraded,unknown,up");
        settings.put("management.endpoint.health.status.http-mapping.degraded", "200");
        settings.put("management.endpoint.health.status.http-mapping.down", "503");
        settings.put("management.endpoint.health.status.http-mapping.out-of-service", "503");
        // Nothing is pushed anywhere unless an operator names the place.
        settings.put("management.otlp.metrics.export.enabled", "false");
        settings.put("management.tracing.sampling.probability", "1.0");
        settings.put("management.metrics.tags.application", "${spring.application.name:unnamed}");
    }

    private static void logging(Map<String, Object> settings) {
        // Nothing that callers say breaks a line or moves the cursor of whoever reads the log, and little of it is
        // noise.
        settings.put("logging.config", "classpath:org/dialogue/kit/logback.xml");
    }
}
