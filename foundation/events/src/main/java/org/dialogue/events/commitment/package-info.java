/** What was promised, and what became of it. */
@NullMarked
package org.dialogue.events.commitment;

import org.jspecify.annotations.NullMarked;
