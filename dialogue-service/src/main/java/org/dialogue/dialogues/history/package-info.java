/** Reading one aggregate's own events, and recognising a command that only repeats what they say. */
@NullMarked
package org.dialogue.dialogues.history;

import org.jspecify.annotations.NullMarked;
