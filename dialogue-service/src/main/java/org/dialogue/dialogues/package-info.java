@NullMarked
package org.dialogue.dialogues;

import org.jspecify.annotations.NullMarked;
