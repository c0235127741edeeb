/** A promised follow-up, from the word given to the secretariat's verdict. */
@NullMarked
package org.dialogue.answers.commitment;

import org.jspecify.annotations.NullMarked;
