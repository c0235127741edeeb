/** A question from the moment it is raised to the chair's conclusion, and whoever may act on it and read it. */
@NullMarked
package org.dialogue.dialogues.question;

import org.jspecify.annotations.NullMarked;
