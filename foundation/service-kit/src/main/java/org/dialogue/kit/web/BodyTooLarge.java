package org.dialogue.kit.web;

import java.io.IOException;

/** A request body beyond the limit (HTTP 413). */
final class BodyTooLarge extends IOException {

    BodyTooLarge(long limit) {
        super("a request body may have at most " + limit + " bytes");
    }
}
