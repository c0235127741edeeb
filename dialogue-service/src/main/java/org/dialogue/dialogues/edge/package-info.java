/** What all controllers share: who calls and when, pieces of request bodies, and the form of replies. */
@NullMarked
package org.dialogue.dialogues.edge;

import org.jspecify.annotations.NullMarked;
