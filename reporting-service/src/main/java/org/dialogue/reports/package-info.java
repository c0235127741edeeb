/** Every report on the dialogue, as a replay of its own copy of all history. */
@NullMarked
package org.dialogue.reports;

import org.jspecify.annotations.NullMarked;
