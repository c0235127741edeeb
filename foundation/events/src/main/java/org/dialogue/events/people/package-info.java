/** The people registry as history may keep it: digests, never names. */
@NullMarked
package org.dialogue.events.people;

import org.jspecify.annotations.NullMarked;
