@NullMarked
package org.dialogue.kit;

import org.jspecify.annotations.NullMarked;
