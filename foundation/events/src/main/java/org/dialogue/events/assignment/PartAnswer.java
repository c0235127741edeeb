package org.dialogue.events.assignment;

import org.dialogue.events.vocabulary.Disposition;

/**
 * What a body answers to one part.
 *
 * @param part the part's number
 * @param text the answer
 * @param proposedDisposition what the body proposes the chair decide
 */
public record PartAnswer(int part, String text, Disposition proposedDisposition) {}
