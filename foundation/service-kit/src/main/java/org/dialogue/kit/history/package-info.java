/** Reading one aggregate by folding its own events. */
@NullMarked
package org.dialogue.kit.history;

import org.jspecify.annotations.NullMarked;
