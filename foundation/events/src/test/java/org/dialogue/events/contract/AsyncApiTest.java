package org.dialogue.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AsyncApiTest {

    private static final AsyncApiWriter WRITER = new AsyncApiWriter(new SourceComments(ContractFiles.SOURCES));

    @BeforeAll
    static void updateIfWanted() {
        ContractFiles.update(ContractFiles.ASYNC_API, ContractFiles.asYaml(WRITER.document()));
    }

    @Test
    void saysWhatTheCatalogueSays() {
        String current = ContractFiles.asYaml(WRITER.document());

        assertThat(ContractFiles.text(ContractFiles.ASYNC_API))
                .as("if the change is wanted, run the tests with -Dcontract.update=true and commit the file")
                .isEqualTo(current);
    }

    @Test
    void carriesEveryPublishedEventOnExactlyOneTopic() {
        JsonNode channels = document().path("channels");
        List<String> carried = channels.propertyStream()
                .flatMap(channel -> channel.getValue().path("messages").propertyStream())
                .map(message -> document()
                        .at(message.getValue().path("$ref").stringValue().substring(1))
                        .path("name")
                        .stringValue())
                .filter(message -> !message.equals(CheckpointTopics.MESSAGE))
                .toList();

        assertThat(carried)
                .containsExactlyInAnyOrderElementsOf(EventCatalogue.types().stream()
                        .filter(AsyncApiWriter::isPublished)
                        .map(EventType::cloudEventType)
                        .toList());
    }

    @Test
    void leavesOutOnlyWhatTheWitnessKeepsToItself() {
        assertThat(EventCatalogue.types())
                .filteredOn(event -> !AsyncApiWriter.isPublished(event))
                .extracting(EventType::name)
                .containsExactly("ledger-alarm-raised", "ledger-alarm-acknowledged");
    }

    @Test
    void refersToNothingThatIsNotThere() {
        JsonNode document = document();

        assertThat(references(document)).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(ContractFiles.ROOT.resolve(Path.of(reference))).matches(Files::isRegularFile);
            }
        });
    }

    @Test
    void describesTheTopicsThatThereAre() {
        assertThat(document().path("channels").propertyStream())
                .extracting(channel -> channel.getValue().path("address").stringValue())
                .containsExactly(
                        "{realm}.dialogue.events",
                        "{realm}.answers.events",
                        "{realm}.dialogue.checkpoints",
                        "{realm}.answer.checkpoints",
                        "{realm}.reporting.checkpoints");
    }

    private static JsonNode document() {
        return ContractFiles.yaml(ContractFiles.ASYNC_API);
    }

    private static Stream<String> references(JsonNode node) {
        Stream<String> own = node.has("$ref") ? Stream.of(node.path("$ref").stringValue()) : Stream.empty();
        return Stream.concat(own, node.valueStream().flatMap(AsyncApiTest::references));
    }
}
