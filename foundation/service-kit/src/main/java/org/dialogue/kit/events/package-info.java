/** The JSON of events, and the logical names under which they are stored. */
@NullMarked
package org.dialogue.kit.events;

import org.jspecify.annotations.NullMarked;
