package org.dialogue.kit.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The description at {@code /v3/api-docs} and {@code /v3/api-docs.yaml}. */
@AutoConfiguration
class OpenApiAutoConfiguration {

    OpenApiAutoConfiguration() {
        // The actor comes from the token, not from the caller's hand.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    ModelConverter identifierSchema() {
        return new IdentifierSchema();
    }

    @Bean
    OpenApiCustomizer houseStyle(DialogueProperties properties, @Value("${ledger.web.path}") String ledger) {
        return new HouseStyle(
                properties.service(),
                new LedgerOperations(ledger),
                // Three services share one class path in the standalone: each has a file of its own.
                OperationNotes.read("service-kit-operations.yaml", properties.service() + "-operations.yaml"));
    }

    @Bean
    InterfacePage interfacePage(OpenApiWebMvcResource description) {
        return new InterfacePage(description);
    }
}
