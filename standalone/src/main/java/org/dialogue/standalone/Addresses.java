package org.dialogue.standalone;

import java.net.URI;

/**
 * Where the parts of the standalone answer.
 *
 * @param signIn the sign-in server, which is also the issuer of tokens
 * @param dialogue the dialogue-service
 * @param answer the answer-service
 * @param reporting the reporting-service
 */
public record Addresses(URI signIn, URI dialogue, URI answer, URI reporting) {

    static Addresses of(Options options) {
        return new Addresses(
                local(options, Listener.SIGN_IN),
                local(options, Listener.DIALOGUE),
                local(options, Listener.ANSWER),
                local(options, Listener.REPORTING));
    }

    private static URI local(Options options, Listener listener) {
        return URI.create("http://localhost:" + options.port(listener));
    }
}
