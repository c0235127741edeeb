package org.dialogue.events;

/**
 * An entry of the catalogue: what an event is called in the store and on the wire, whatever its class is called.
 *
 * @param name the logical name, lower case with hyphens
 * @param revision from 1; raised only by a change that older readers cannot take
 * @param type the record that holds the newest revision
 */
public record EventType(String name, int revision, Class<? extends DialogueEvent> type) {

    /** {@return the type attribute of the event as a CloudEvent, such as {@code org.dialogue.question-raised.v1}} */
    public String cloudEventType() {
        return "org.dialogue." + name + ".v" + revision;
    }
}
