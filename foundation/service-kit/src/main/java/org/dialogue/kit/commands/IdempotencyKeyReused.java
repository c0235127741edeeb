package org.dialogue.kit.commands;

/** An Idempotency-Key came with another request before: another body, query or condition (HTTP 422). */
public final class IdempotencyKeyReused extends RuntimeException {

    IdempotencyKeyReused() {
        super("this Idempotency-Key was used before with another body, query or If-Match");
    }
}
