@NullMarked
package org.dialogue.embedded;

import org.jspecify.annotations.NullMarked;
