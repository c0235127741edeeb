/** How the edge and the policies send commands, and what they learn from it. */
@NullMarked
package org.dialogue.kit.commands;

import org.jspecify.annotations.NullMarked;
