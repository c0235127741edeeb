@NullMarked
package org.dialogue.events;

import org.jspecify.annotations.NullMarked;
