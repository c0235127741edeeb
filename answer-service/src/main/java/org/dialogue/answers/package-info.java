@NullMarked
package org.dialogue.answers;

import org.jspecify.annotations.NullMarked;
