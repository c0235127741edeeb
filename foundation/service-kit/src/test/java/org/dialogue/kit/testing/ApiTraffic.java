package org.dialogue.kit.testing;

import io.swagger.v3.core.util.Yaml31;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
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

    /**
     * Statuses that any operation may answer with, because of what stands before it: no token, an unacceptable type, a
     * body too large, a key used twice, a server in trouble. Each operation is described with them; each is tested once,
     * not for each operation.
     */
    static final Set<Integer> ANYWHERE = Set.of(401, 406, 413, 415, 422, 500, 503);

    /** In the module's own directory, which is where its tests run. */
    private static final List<Path> DESCRIPTIONS =
            List.of(Path.of("openapi.yaml"), Path.of("src/test/resources/sample-openapi.yaml"));

    private static final @Nullable DescribedApi API = DESCRIPTIONS.stream()
            .filter(Files::exists)
            .findFirst()
            .map(DescribedApi::read)
            .orElse(null);

    /** What every service has from the kit, where each status is seen by the kit's own tests. */
    private static final Set<String> OF_THE_KIT = operationsOfTheKit();

    /** The kit's own tests have a sample service around it, which promises nothing. */
    private static final boolean IN_THE_KIT = !Files.exists(DESCRIPTIONS.get(0));

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
            if (reply.status() < 400 && !IN_THE_KIT) {
                WRONG.add(method + " " + address.getPath() + " is not described, and answers " + status);
            }
            return;
        }
        DescribedApi.Operation operation = known.get();
        if (isSample(operation)) {
            return;
        }
        SEEN.computeIfAbsent(operation.toString(), key -> ConcurrentHashMap.newKeySet())
                .add(status);
        operation
                .problemsOf(reply.status(), reply.header("Content-Type"), reply.text())
                .forEach(problem -> WRONG.add("%s answers %s: %s".formatted(operation, status, problem)));
    }

    /** {@return what was answered other than described} */
    static List<String> wrong() {
        return WRONG.stream().sorted().toList();
    }

    /** {@return each described operation and status that no test has seen, but for those that any operation may give, and for operations that are the kit's} */
    static List<String> unseen() {
        return operations().stream()
                .filter(operation -> IN_THE_KIT || !OF_THE_KIT.contains(operation.toString()))
                .flatMap(ApiTraffic::unseenOf)
                .sorted()
                .toList();
    }

    private static boolean isSample(DescribedApi.Operation operation) {
        return IN_THE_KIT && !OF_THE_KIT.contains(operation.toString());
    }

    private static Set<String> operationsOfTheKit() {
        try (InputStream notes = ApiTraffic.class.getResourceAsStream("/service-kit-operations.yaml")) {
            Set<String> operations = new HashSet<>();
            Yaml31.mapper().readTree(notes).path("operations").fieldNames().forEachRemaining(operations::add);
            return operations;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> unseenOf(DescribedApi.Operation operation) {
        Collection<String> seen = SEEN.getOrDefault(operation.toString(), Set.of());
        return operation.statuses().stream()
                .filter(status -> !seen.contains(status) && !ANYWHERE.contains(Integer.valueOf(status)))
                .map(status -> operation + " -> " + status);
    }

    static List<DescribedApi.Operation> operations() {
        return API == null
                ? List.of()
                : API.operations().stream()
                        .filter(operation -> !isSample(operation))
                        .toList();
    }
}
