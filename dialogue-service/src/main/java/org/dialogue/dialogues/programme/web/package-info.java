/** Programmes over HTTP. */
@NullMarked
package org.dialogue.dialogues.programme.web;

import org.jspecify.annotations.NullMarked;
