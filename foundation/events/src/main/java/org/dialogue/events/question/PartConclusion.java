package org.dialogue.events.question;

import org.dialogue.events.vocabulary.Disposition;

/**
 * What the chair decided on one part.
 *
 * @param part the part's number
 * @param text the conclusion in words
 */
public record PartConclusion(int part, Disposition disposition, String text) {}
