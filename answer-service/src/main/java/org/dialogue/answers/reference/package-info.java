/** What this service has learnt from dialogue-service's events, to check references against. */
@NullMarked
package org.dialogue.answers.reference;

import org.jspecify.annotations.NullMarked;
