/** The directory over HTTP. */
@NullMarked
package org.dialogue.dialogues.directory.web;

import org.jspecify.annotations.NullMarked;
