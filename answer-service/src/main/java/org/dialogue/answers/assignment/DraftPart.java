package org.dialogue.answers.assignment;

import org.dialogue.events.vocabulary.Disposition;
import org.jspecify.annotations.Nullable;

/**
 * What a body means to answer to one part, as far as it has got.
 *
 * @param part the part's number
 * @param text the words so far
 * @param proposedDisposition what the body will propose, once it knows
 */
public record DraftPart(int part, String text, @Nullable Disposition proposedDisposition) {}
