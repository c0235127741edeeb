/** The days of the host of the dialogue. */
@NullMarked
package org.dialogue.dialogues.calendar;

import org.jspecify.annotations.NullMarked;
