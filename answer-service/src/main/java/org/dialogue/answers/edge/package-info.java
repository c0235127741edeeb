/** What all controllers share: pieces of requests and lists. */
@NullMarked
package org.dialogue.answers.edge;

import org.jspecify.annotations.NullMarked;
