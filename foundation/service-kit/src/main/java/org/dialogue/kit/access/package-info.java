/** Who acts: the actor behind every command, and which roles may give it. */
@NullMarked
package org.dialogue.kit.access;

import org.jspecify.annotations.NullMarked;
