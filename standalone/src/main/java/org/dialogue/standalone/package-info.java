@NullMarked
package org.dialogue.standalone;

import org.jspecify.annotations.NullMarked;
