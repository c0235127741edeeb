/** Questions over HTTP. */
@NullMarked
package org.dialogue.dialogues.question.web;

import org.jspecify.annotations.NullMarked;
