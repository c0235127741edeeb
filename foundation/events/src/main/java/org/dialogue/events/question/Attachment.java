package org.dialogue.events.question;

/**
 * A file handed in with a question: its description, not its content.
 *
 * @param id unique within the question
 * @param fileName as the asker named it
 * @param mediaType such as {@code application/pdf}
 * @param sizeBytes its length in bytes
 * @param sha256 lower-case hex of SHA-256 over its content
 */
public record Attachment(String id, String fileName, String mediaType, long sizeBytes, String sha256) {}
