package org.dialogue.kit.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What all tests of a module have asked its service and been answered, held to the committed description.
 */
final class ApiTraffic {

    /** In the module's own directory, which is where its tests run. */
    private static final List<Path> DESCRIPTIONS =
            List.of(Path.of("openapi.yaml"), Path.of("src/test/resources/sample-openapi.yaml"));

    private static final @Nullable DescribedApi API = DESCRIPTIONS.stream()
            .filter(Files::exists)
            .findFirst()
            .map(DescribedApi::read)
            .orElse(null);

    private static final Map<String, Set<String>> SEEN = new ConcurrentHashMap<>();
    private static final Set<String> WRONG = ConcurrentHashMap.newKeySet();

    private ApiTraffic() {}

    /** Takes note of one exchange, and of what is wrong with it. */
    static void heard(String method, URI address, Reply reply) {
        if (API == null || !address.getPath().startsWith("/api/")) {
            return;
        }
        String status = String.valueOf(reply.status());
        Optional<DescribedApi.Operation> known = API.operation(method, address.getRawPath());
        if (known.isEmpty()) {
            // Of addresses that are not described nothing is promised but a refusal.
            if (reply.status() < 400) {
                WRONG.add(method + " " + address.getPath() + " is not described, and answers " + status);
            }
            return;
        }
        DescribedApi.Operation operation = known.get();
        SEEN.computeIfAbsent(operation.toString(), key -> ConcurrentHashMap.newKeySet())
                .add(status);
        if (OpenApiContract.ANYWHERE.contains(reply.status())
                && !operation.statuses().contains(status)) {
            return;
        }
        operation
                .problemsOf(reply.status(), reply.header("Content-Type"), reply.text())
                .forEach(problem -> WRONG.add("%s answers %s: %s".formatted(operation, status, problem)));
    }

    /** {@return what was answered other than described} */
    static List<String> wrong() {
        return WRONG.stream().sorted().toList();
    }

    /** {@return each described operation and status that no test has seen, but for those that any operation may give} */
    static List<String> unseen() {
        return operations().stream().flatMap(ApiTraffic::unseenOf).sorted().toList();
    }

    private static Stream<String> unseenOf(DescribedApi.Operation operation) {
        Collection<String> seen = SEEN.getOrDefault(operation.toString(), Set.of());
        return operation.statuses().stream()
                .filter(status -> !seen.contains(status) && !OpenApiContract.ANYWHERE.contains(Integer.valueOf(status)))
                .map(status -> operation + " -> " + status);
    }

    static List<DescribedApi.Operation> operations() {
        return API == null ? List.of() : API.operations();
    }

    static boolean isEmpty() {
        return SEEN.isEmpty();
    }
}
