/** Histories to test with: written by hand, or made up at random but valid. */
@NullMarked
package org.dialogue.reports.story;

import org.jspecify.annotations.NullMarked;
