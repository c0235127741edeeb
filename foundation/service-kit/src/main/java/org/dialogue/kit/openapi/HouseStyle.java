package org.dialogue.kit.openapi;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Completes the description of the whole API. */
final class HouseStyle implements OpenApiCustomizer {

    private static final String BEARER = "bearer";

    private final String service;
    private final LedgerOperations ledger;
    private final OperationNotes notes;

    HouseStyle(String service, LedgerOperations ledger, OperationNotes notes) {
        this.service = service;
        this.ledger = ledger;
        this.notes = notes;
    }

    @Override
    public void customise(OpenAPI api) {
        api.setInfo(
                new Info().title(service).version("1").description("Part of Dialogue. Errors are RFC 9457 problems."));
        api.setServers(List.of(new Server().url("/")));
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        ProblemSchemas.addTo(api.getComponents(), notes.problemMembers());
        HouseOperations.addTo(api.getComponents());
        api.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .bearerFormat("JWT")
                                .description("an access token of the OpenID provider, for the audience dialogue"));
        api.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
        if (api.getPaths() != null) {
            api.getPaths()
                    .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                        HouseOperations.complete(path, method, operation);
                        ledger.complete(path, operation);
                    }));
        }
        notes.complete(api);
    }
}
