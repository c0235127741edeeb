package org.dialogue.standalone.sample;

import java.util.List;
import java.util.function.Predicate;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step of the programme: somebody does something through a public interface.
 *
 * @param key unique among the steps and the same in every run
 * @param title what happens, for people to read along
 * @param by who does it: the name to sign in with
 * @param method POST or PUT
 * @param path from the service's root
 * @param after what must be seen first, because it arrives by events; null if nothing
 * @param done what can be seen once it was done, or once what follows from it was done; any of it
 */
record Step(
        String key,
        String title,
        String by,
        Service service,
        String method,
        String path,
        ObjectNode body,
        @Nullable Sight after,
        List<Sight> done) {

    /**
     * Something that can be seen once a step was taken.
     *
     * @param by who looks
     * @param path what is read; a status other than 200 shows nothing
     * @param shows whether what was read shows it
     */
    record Sight(Service service, String by, String path, Predicate<JsonNode> shows) {}
}
