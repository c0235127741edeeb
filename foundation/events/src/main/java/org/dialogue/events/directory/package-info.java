/** Who there is: administrative units, answering bodies, higher authorities. */
@NullMarked
package org.dialogue.events.directory;

import org.jspecify.annotations.NullMarked;
