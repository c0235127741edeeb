/** One year's meeting from its announcement to the archive. */
@NullMarked
package org.dialogue.events.programme;

import org.jspecify.annotations.NullMarked;
