/** The JSON of events, the logical names under which they are stored, and how they are read back. */
@NullMarked
package org.dialogue.kit.events;

import org.jspecify.annotations.NullMarked;
