/** The people registry over HTTP. */
@NullMarked
package org.dialogue.dialogues.people.web;

import org.jspecify.annotations.NullMarked;
