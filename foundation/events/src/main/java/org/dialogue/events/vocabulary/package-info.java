/** The words that events of several features share: typed ids, parts, dispositions, due dates, people on record. */
@NullMarked
package org.dialogue.events.vocabulary;

import org.jspecify.annotations.NullMarked;
