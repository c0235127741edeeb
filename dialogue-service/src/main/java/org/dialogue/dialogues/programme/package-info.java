/** A year's programme, from its announcement to the archive. */
@NullMarked
package org.dialogue.dialogues.programme;

import org.jspecify.annotations.NullMarked;
