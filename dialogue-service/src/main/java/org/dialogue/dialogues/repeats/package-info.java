/** Recognising a command that only repeats what is on record. */
@NullMarked
package org.dialogue.dialogues.repeats;

import org.jspecify.annotations.NullMarked;
