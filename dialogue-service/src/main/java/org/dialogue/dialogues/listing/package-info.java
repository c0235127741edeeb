/** Small views that only serve lists: one entry for each aggregate, folded from its events. */
@NullMarked
package org.dialogue.dialogues.listing;

import org.jspecify.annotations.NullMarked;
