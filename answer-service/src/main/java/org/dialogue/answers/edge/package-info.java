/** What all controllers share: who calls and when, and pieces of requests and replies. */
@NullMarked
package org.dialogue.answers.edge;

import org.jspecify.annotations.NullMarked;
