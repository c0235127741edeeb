/** What this service does of its own accord when dialogue-service reports an event. */
@NullMarked
package org.dialogue.answers.integration;

import org.jspecify.annotations.NullMarked;
