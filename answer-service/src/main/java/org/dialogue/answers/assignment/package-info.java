/** One body's share of a question: taken on or handed back, drafted, cleared, published, corrected, answered again. */
@NullMarked
package org.dialogue.answers.assignment;

import org.jspecify.annotations.NullMarked;
