package org.dialogue.events.question;

import org.dialogue.events.vocabulary.Disposition;

/**
 * What an answering body proposes for one part.
 *
 * @param part the part's number
 */
public record PartDisposition(int part, Disposition disposition) {}
