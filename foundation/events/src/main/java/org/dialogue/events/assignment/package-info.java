/** What an answering body does with the questions assigned to it. */
@NullMarked
package org.dialogue.events.assignment;

import org.jspecify.annotations.NullMarked;
