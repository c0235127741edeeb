package org.dialogue.events.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dialogue.events.EventType;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Where the published description of the events lies, and how its files are written. */
final class ContractFiles {

    static final Path ROOT = Path.of("src/main/resources/org/dialogue/events");
    static final Path GOLDEN = ROOT.resolve("golden");
    static final Path SCHEMAS = ROOT.resolve("schemas");
    static final Path ASYNC_API = ROOT.resolve("asyncapi.yaml");
    static final Path SOURCES = Path.of("src/main/java");

    private static final JsonMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter()
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .build();

    private ContractFiles() {}

    static String goldenName(EventType event) {
        return event.name() + ".v" + event.revision() + ".json";
    }

    static String minimalName(EventType event) {
        return event.name() + ".v" + event.revision() + ".minimal.json";
    }

    static String schemaName(EventType event) {
        return event.name() + ".v" + event.revision() + ".schema.json";
    }

    static JsonNode read(Path file) {
        return JSON.readTree(text(file));
    }

    static JsonNode yaml(Path file) {
        return YAML.readTree(text(file));
    }

    static String asJson(JsonNode tree) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
    }

    static String asYaml(JsonNode tree) {
        return YAML.writeValueAsString(tree);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Set<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes a generated file when the build is run with {@code -Dcontract.update=true}. */
    static void update(Path file, String content) {
        if (Boolean.getBoolean("contract.update")) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, content);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
