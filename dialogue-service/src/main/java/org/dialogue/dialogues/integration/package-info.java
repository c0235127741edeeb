/** What dialogue-service does when the answering bodies have acted. */
@NullMarked
package org.dialogue.dialogues.integration;

import org.jspecify.annotations.NullMarked;
