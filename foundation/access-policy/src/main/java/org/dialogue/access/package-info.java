/** Who may read what in the dialogue: one policy, used by every service. */
@NullMarked
package org.dialogue.access;

import org.jspecify.annotations.NullMarked;
