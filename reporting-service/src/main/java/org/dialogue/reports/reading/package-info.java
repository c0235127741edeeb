/** Who may see which questions and commitments, by the rules of dialogue-service. */
@NullMarked
package org.dialogue.reports.reading;

import org.jspecify.annotations.NullMarked;
