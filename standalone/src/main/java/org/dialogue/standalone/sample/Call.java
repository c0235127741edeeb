package org.dialogue.standalone.sample;

import org.dialogue.standalone.sample.SampleAddresses.Service;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request that changes something.
 *
 * @param method POST or PUT
 * @param path from the service's root
 */
record Call(Service service, String method, String path, ObjectNode body) {

    static Call post(Service service, String path, ObjectNode body) {
        return new Call(service, "POST", path, body);
    }

    static Call put(Service service, String path, ObjectNode body) {
        return new Call(service, "PUT", path, body);
    }
}
