package org.dialogue.events.vocabulary;

import org.jspecify.annotations.Nullable;

/**
 * Where a record was taken from.
 *
 * @param document the article, minutes or letter
 * @param note what to know when reading it, such as two sources that differ
 */
public record SourceNote(String document, @Nullable String note) {}
