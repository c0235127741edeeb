/** A question from the moment it is raised to the chair's conclusion. */
@NullMarked
package org.dialogue.events.question;

import org.jspecify.annotations.NullMarked;
