package org.dialogue.events.contract;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The topics on which services publish what they sign about their ledgers. */
final class CheckpointTopics {

    static final String MESSAGE = "checkpoint";

    static final List<Topic> ALL = List.of(
            topic("dialogue", "dialogue-service"),
            topic("answer", "answer-service"),
            topic("reporting", "reporting-service"));

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private CheckpointTopics() {}

    private static Topic topic(String ledger, String service) {
        return new Topic(
                ledger + "Checkpoints",
                "{realm}." + ledger + ".checkpoints",
                service,
                "What the service signs about its ledger, so that others can hold the ledger to it.");
    }

    /** {@return the message that all of them carry} */
    static ObjectNode message() {
        ObjectNode message = JSON.objectNode();
        message.put("name", MESSAGE);
        message.put("title", "Checkpoint");
        message.put(
                "summary",
                "A signed statement of a ledger's size and the root of its tree: a C2SP signed note (c2sp.org/tlog-checkpoint),"
                        + " UTF-8, as docs/ledger-format.md describes it. It bears no headers.");
        message.put("contentType", "text/plain");
        message.putObject("payload").put("type", "string");
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key")
                .put("type", "string")
                .put("description", "The ledger's name, such as nghe-an/dialogue-service.");
        kafka.put("bindingVersion", "0.5.0");
        return message;
    }
}
