/** What all controllers share: the host's calendar, and pieces of requests and lists. */
@NullMarked
package org.dialogue.answers.edge;

import org.jspecify.annotations.NullMarked;
