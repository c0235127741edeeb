package org.dialogue.kit.cloudevents;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.ledger.LedgerEvent;

/**
 * The type attribute, such as {@code org.dialogue.question-raised.v1}.
 *
 * @param name the logical name
 * @param revision the revision
 */
record CloudEventType(String name, String revision) {

    private static final String PREFIX = "org.dialogue.";
    private static final Pattern FORM = Pattern.compile(Pattern.quote(PREFIX) + "([a-z0-9-]+)\\.v([0-9]+)");

    static CloudEventType of(LedgerEvent event) {
        return new CloudEventType(event.name(), event.revision());
    }

    static CloudEventType parse(String type) {
        Matcher matcher = FORM.matcher(type);
        if (!matcher.matches()) {
            throw new UnreadableRecord("the type " + type + " is none of ours");
        }
        return new CloudEventType(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return PREFIX + name + ".v" + revision;
    }
}
