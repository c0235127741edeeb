package org.dialogue.events.commitment;

import org.dialogue.events.vocabulary.Due;

/**
 * A step on the way to keeping a commitment.
 *
 * @param id unique within the commitment
 * @param text what will have been done
 */
public record Milestone(String id, String text, Due due) {}
