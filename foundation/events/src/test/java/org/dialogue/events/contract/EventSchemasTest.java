package org.dialogue.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class EventSchemasTest {

    private static final SchemaWriter WRITER = new SchemaWriter(new SourceComments(ContractFiles.SOURCES));
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    @BeforeAll
    static void updateIfWanted() {
        events().forEach(event -> ContractFiles.update(
                ContractFiles.SCHEMAS.resolve(ContractFiles.schemaName(event)),
                ContractFiles.asJson(WRITER.schema(event))));
    }

    @ParameterizedTest
    @MethodSource("events")
    void sayWhatTheRecordsSay(EventType event) {
        Path file = ContractFiles.SCHEMAS.resolve(ContractFiles.schemaName(event));
        String current = ContractFiles.asJson(WRITER.schema(event));

        assertThat(ContractFiles.text(file))
                .as("%s; if the change is wanted, run the tests with -Dcontract.update=true and commit the file", file)
                .isEqualTo(current);
    }

    @Test
    void existForNothingElse() {
        assertThat(ContractFiles.names(ContractFiles.SCHEMAS))
                .isEqualTo(events().map(ContractFiles::schemaName).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void areThemselvesValid(EventType event) {
        Schema rules = REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(rules.validate(schemaTree(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void acceptTheGoldenFile(EventType event) {
        assertThat(violations(event, golden(event))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void acceptTheGoldenFileWithAPropertyOfTomorrow(EventType event) {
        ObjectNode tomorrow = golden(event);
        tomorrow.putObject("addedTomorrow").put("by", "a newer writer");

        assertThat(violations(event, tomorrow)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void refuseAnEventWithoutWhatItMustHave(EventType event) {
        for (JsonNode required : schemaTree(event).path("required")) {
            ObjectNode incomplete = golden(event);
            incomplete.remove(required.stringValue());

            assertThat(violations(event, incomplete)).as(required.stringValue()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void refuseAnInstantThatIsANumber(EventType event) {
        ObjectNode broken = golden(event);
        broken.put("happenedAt", 1_731_549_120);

        assertThat(violations(event, broken)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("eventsWithOptionalParts")
    void acceptTheMinimalFile(EventType event) {
        JsonNode minimal = ContractFiles.read(ContractFiles.GOLDEN.resolve(ContractFiles.minimalName(event)));

        assertThat(violations(event, minimal)).isEmpty();
    }

    private static List<Error> violations(EventType event, JsonNode payload) {
        Schema schema = REGISTRY.getSchema(schemaTree(event));
        return schema.validate(
                payload, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
    }

    private static JsonNode schemaTree(EventType event) {
        return ContractFiles.read(ContractFiles.SCHEMAS.resolve(ContractFiles.schemaName(event)));
    }

    private static ObjectNode golden(EventType event) {
        return (ObjectNode) ContractFiles.read(ContractFiles.GOLDEN.resolve(ContractFiles.goldenName(event)));
    }

    static Stream<EventType> events() {
        return EventCatalogue.types().stream();
    }

    static Stream<EventType> eventsWithOptionalParts() {
        return events().filter(event -> Components.hasOptionalParts(event.type()));
    }
}
