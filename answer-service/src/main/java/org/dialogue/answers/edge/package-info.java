/** What all controllers share: the host's calendar, and pieces of requests. */
@NullMarked
package org.dialogue.answers.edge;

import org.jspecify.annotations.NullMarked;
