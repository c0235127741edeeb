package org.dialogue.events.contract;

import java.util.List;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.witness.LedgerAlarmEvent;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the AsyncAPI document: which topics there are, what travels on each, and in which headers. */
final class AsyncApiWriter {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<Topic> TOPICS = List.of(
            new Topic(
                    "dialogueEvents",
                    "{realm}.dialogue.events",
                    "dialogue-service",
                    "The directory, the people registry, programmes and questions."),
            new Topic("answersEvents", "{realm}.answers.events", "answer-service", "Assignments and commitments."));

    private static final List<Header> HEADERS = List.of(
            new Header("ce_specversion", true, "The version of CloudEvents.", text("const", "1.0")),
            new Header("ce_id", true, "The event's id, unique in the realm.", text()),
            new Header(
                    "ce_source",
                    true,
                    "The service that recorded the event; positions count within it.",
                    choice("dialogue-service", "answer-service")),
            new Header("ce_type", true, "The logical name and the revision.", text()),
            new Header(
                    "ce_subject",
                    true,
                    "The aggregate's id with its kind before it, such as question:2024-q-0042; also the record's key.",
                    text("pattern", "^[a-z]+:[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")),
            new Header(
                    "ce_time", true, "When the event was made, as its ledger holds it.", text("format", "date-time")),
            new Header("content-type", true, "The media type of the value.", text("const", "application/json")),
            new Header(
                    "ce_sequence",
                    true,
                    "The event's number within its aggregate, from 0, in decimal digits.",
                    text("pattern", "^[0-9]+$")),
            new Header(
                    "ce_position",
                    true,
                    "The event's position in the ledger of its source, in decimal digits; positions have no gap.",
                    text("pattern", "^[0-9]+$")),
            new Header(
                    "ce_recordedat",
                    true,
                    "When the ledger recorded the event; never decreasing along the positions.",
                    text("format", "date-time")),
            new Header(
                    "ce_metadata",
                    true,
                    "The stored metadata, byte for byte: a JSON object of strings, such as subject, personId, office, unit,"
                            + " body, onBehalfOf, causationId, correlationId, traceparent and requestDigest.",
                    text("contentMediaType", "application/json")),
            new Header("ce_aggregatetype", true, "The type of the aggregate that the event belongs to.", text()),
            new Header(
                    "ce_traceparent",
                    false,
                    "The W3C trace context of the request that led to the event.",
                    text("pattern", "^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$")));

    private final SourceComments comments;

    AsyncApiWriter(SourceComments comments) {
        this.comments = comments;
    }

    /** {@return the whole document} */
    ObjectNode document() {
        ObjectNode document = JSON.objectNode();
        document.put("asyncapi", "3.0.0");
        ObjectNode info = document.putObject("info");
        info.put("title", "Dialogue events");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "Everything that is recorded, as CloudEvents 1.0 in binary mode: the value of a record is the stored JSON,"
                        + " byte for byte, and the headers hold all that is needed to recompute the event's leaf in its ledger."
                        + " Each topic has one partition and is never deleted from: order on the topic is order in the ledger,"
                        + " and every view is a replay. Records may repeat; a consumer keeps one number for each source, the"
                        + " last position it has applied. Pass over properties and events that you do not know.");
        document.put("defaultContentType", "application/json");
        TOPICS.forEach(topic -> document.withObjectProperty("channels").set(topic.key(), eventChannel(topic)));
        CheckpointTopics.ALL.forEach(
                topic -> document.withObjectProperty("channels").set(topic.key(), checkpointChannel(topic)));
        TOPICS.forEach(topic -> document.withObjectProperty("operations")
                .set(
                        "publish" + capitalised(topic.key()),
                        operation(topic, "event after it is recorded, in recorded order")));
        CheckpointTopics.ALL.forEach(topic -> document.withObjectProperty("operations")
                .set("publish" + capitalised(topic.key()), operation(topic, "checkpoint it signs, in order of size")));
        ObjectNode components = document.putObject("components");
        components.putObject("parameters").set("realm", realm());
        ObjectNode messages = components.putObject("messages");
        EventCatalogue.types().stream()
                .filter(AsyncApiWriter::isPublished)
                .forEach(event -> messages.set(key(event), message(event)));
        messages.set(CheckpointTopics.MESSAGE, CheckpointTopics.message());
        components.putObject("messageTraits").set("cloudEvent", cloudEvent());
        return document;
    }

    private static ObjectNode eventChannel(Topic topic) {
        ObjectNode channel = channel(topic, "Events of " + topic.service());
        ObjectNode messages = channel.withObjectProperty("messages");
        EventCatalogue.types().stream()
                .filter(event -> isPublished(event) && topicOf(event) == topic)
                .forEach(event -> messages.putObject(key(event)).put("$ref", "#/components/messages/" + key(event)));
        return channel;
    }

    private static ObjectNode checkpointChannel(Topic topic) {
        ObjectNode channel = channel(topic, "Checkpoints of " + topic.service());
        channel.withObjectProperty("messages")
                .putObject(CheckpointTopics.MESSAGE)
                .put("$ref", "#/components/messages/" + CheckpointTopics.MESSAGE);
        return channel;
    }

    private static ObjectNode channel(Topic topic, String title) {
        ObjectNode channel = JSON.objectNode();
        channel.put("address", topic.address());
        channel.put("title", title);
        channel.put("description", topic.description());
        channel.putObject("parameters").putObject("realm").put("$ref", "#/components/parameters/realm");
        channel.putObject("messages");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("partitions", 1);
        kafka.putObject("topicConfiguration").put("retention.ms", -1).put("retention.bytes", -1);
        kafka.put("bindingVersion", "0.5.0");
        return channel;
    }

    private static ObjectNode operation(Topic topic, String what) {
        ObjectNode operation = JSON.objectNode();
        operation.put("action", "send");
        operation.put("summary", topic.service() + " sends each " + what + ", at least once.");
        operation.putObject("channel").put("$ref", "#/channels/" + topic.key());
        return operation;
    }

    private ObjectNode message(EventType event) {
        ObjectNode message = JSON.objectNode();
        message.put("name", event.cloudEventType());
        message.put("title", event.name() + ", revision " + event.revision());
        message.put("summary", comments.of(event.type()));
        message.put("contentType", "application/json");
        message.putArray("traits").addObject().put("$ref", "#/components/messageTraits/cloudEvent");
        ObjectNode payload = message.putObject("payload");
        payload.put("schemaFormat", "application/schema+json;version=draft-2020-12");
        payload.putObject("schema").put("$ref", "schemas/" + ContractFiles.schemaName(event));
        return message;
    }

    private static ObjectNode cloudEvent() {
        ObjectNode trait = JSON.objectNode();
        ObjectNode headers = trait.putObject("headers");
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        HEADERS.forEach(header ->
                properties.set(header.name(), header.form().deepCopy().put("description", header.description())));
        var required = headers.putArray("required");
        HEADERS.stream().filter(Header::required).forEach(header -> required.add(header.name()));
        ObjectNode kafka = trait.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", "The aggregate's id, as in ce_subject.");
        kafka.put("bindingVersion", "0.5.0");
        return trait;
    }

    private static ObjectNode realm() {
        ObjectNode realm = JSON.objectNode();
        realm.put("description", "The province whose history it is; several realms share one cluster.");
        realm.putArray("examples").add("nghe-an");
        return realm;
    }

    /** The witness's alarms stay in the ledger of reporting-service: who witnesses must not be taken for a source. */
    static boolean isPublished(EventType event) {
        return !LedgerAlarmEvent.class.isAssignableFrom(event.type());
    }

    private static Topic topicOf(EventType event) {
        boolean answers = AssignmentEvent.class.isAssignableFrom(event.type())
                || CommitmentEvent.class.isAssignableFrom(event.type());
        return TOPICS.get(answers ? 1 : 0);
    }

    private static String key(EventType event) {
        return event.name() + ".v" + event.revision();
    }

    private static String capitalised(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static ObjectNode text() {
        return JSON.objectNode().put("type", "string");
    }

    private static ObjectNode text(String rule, String value) {
        return text().put(rule, value);
    }

    private static ObjectNode choice(String... values) {
        ObjectNode choice = text();
        List.of(values).forEach(choice.putArray("enum")::add);
        return choice;
    }

    private record Header(String name, boolean required, String description, ObjectNode form) {}
}
