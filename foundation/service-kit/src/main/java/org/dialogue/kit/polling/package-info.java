/** Threads that work in rounds: rung for when there may be something to do, and stopped without waiting for a pause. */
@NullMarked
package org.dialogue.kit.polling;

import org.jspecify.annotations.NullMarked;
