package org.dialogue.kit.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Describes the ledger's operations, which know nothing of this house, and says that all but one are public. */
final class LedgerOperations {

    private static final String EXPORT = "/export";

    private static final Map<String, String> SUMMARIES = Map.ofEntries(
            Map.entry("/checkpoints", "Checkpoints in order of size, after a size that is known"),
            Map.entry("/checkpoints/latest", "The latest checkpoint, as a signed note (c2sp.org/tlog-checkpoint)"),
            Map.entry("/checkpoints/{size}", "The checkpoint of one size, as a signed note"),
            Map.entry("/keys", "All public keys that ever signed, one verifier key (c2sp.org/signed-note) a line"),
            Map.entry("/tree", "The tree over all events at this moment, signed or not"),
            Map.entry("/tree/{size}", "The tree over the first events"),
            Map.entry("/proofs/inclusion", "Proof that an event is in a tree (RFC 6962, 2.1.1)"),
            Map.entry("/proofs/consistency", "Proof that a tree is the beginning of another (RFC 6962, 2.1.2)"),
            Map.entry(EXPORT, "The whole ledger as one zip archive, for the offline auditor; role auditor"));

    private static final Map<String, String> PARAMETERS = Map.of(
            "after", "a size that is known already",
            "limit", "greatest number of checkpoints, 1 to 1000",
            "position", "the event's position, from 1; or give event",
            "event", "the event's id; or give position",
            "size", "number of events in the tree; of an inclusion proof, by default that of the latest checkpoint",
            "from", "number of events in the earlier tree",
            "to", "number of events in the later tree");

    private static final Set<String> MAY_BE_UNKNOWN = Set.of("/checkpoints/latest", "/proofs/inclusion");

    private final String path;

    LedgerOperations(String path) {
        this.path = path;
    }

    void complete(String address, Operation operation) {
        if (!address.startsWith(path + "/")) {
            return;
        }
        String name = address.substring(path.length());
        operation.setTags(List.of("ledger"));
        operation.setSummary(SUMMARIES.get(name));
        Optional.ofNullable(operation.getParameters()).orElse(List.of()).forEach(LedgerOperations::describe);
        if (MAY_BE_UNKNOWN.contains(name)) {
            HouseOperations.refuse(operation, HouseOperations.Refusal.UNKNOWN);
        }
        // Nothing here has a version: what was signed once stays.
        operation.getResponses().values().forEach(response -> response.setHeaders(null));
        if (name.equals(EXPORT)) {
            operation
                    .getResponses()
                    .addApiResponse("200", new ApiResponse().description("OK").content(archive()));
        } else {
            operation.setSecurity(List.of());
            operation.getResponses().remove("403");
        }
    }

    private static void describe(Parameter parameter) {
        if (parameter.getName() != null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
    }

    private static Content archive() {
        Schema<?> bytes = new StringSchema().format("binary");
        bytes.addType("string");
        return new Content().addMediaType("application/zip", new MediaType().schema(bytes));
    }
}
