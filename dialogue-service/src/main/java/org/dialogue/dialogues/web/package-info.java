/** What all controllers share: pieces of request bodies, and the form of replies. */
@NullMarked
package org.dialogue.dialogues.web;

import org.jspecify.annotations.NullMarked;
