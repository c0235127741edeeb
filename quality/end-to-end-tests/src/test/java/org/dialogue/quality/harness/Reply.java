package org.dialogue.quality.harness;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What a service said to a request.
 *
 * @param request method and path, for messages
 * @param status the HTTP status
 * @param headers the response's headers
 * @param body the JSON body, an empty object where there was none
 */
public record Reply(String request, int status, HttpHeaders headers, JsonNode body) {

    /**
     * Insists on success.
     *
     * @return this reply
     * @throws AssertionError if the status is not 2xx; it quotes the answer
     */
    public Reply succeeded() {
        if (status < 200 || status > 299) {
            throw new AssertionError(request + " -> " + status + " " + body);
        }
        return this;
    }

    /** {@return the value of a header, empty if it is absent} */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }
}
