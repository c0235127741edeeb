package org.dialogue.standalone.sample;

import java.util.function.Predicate;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import tools.jackson.databind.JsonNode;

/**
 * Something that can be seen once a step was taken.
 *
 * @param by who looks
 * @param path what is read; a status other than 200 shows nothing
 * @param shows whether what was read shows it
 */
record Sight(Service service, String by, String path, Predicate<JsonNode> shows) {

    static Sight of(Service service, String by, String path, Predicate<JsonNode> shows) {
        return new Sight(service, by, path, shows);
    }
}
