/** Writes the published description of the events from their records, and holds the committed files against it. */
@NullMarked
package org.dialogue.events.contract;

import org.jspecify.annotations.NullMarked;
