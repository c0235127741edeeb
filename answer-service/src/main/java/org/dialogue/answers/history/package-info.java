/** Reading one aggregate by folding its own events. */
@NullMarked
package org.dialogue.answers.history;

import org.jspecify.annotations.NullMarked;
