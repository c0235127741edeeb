/**
 * Public keys and signed checkpoints: what they say, and who signed them.
 */
@NullMarked
package org.dialogue.auditor.note;

import org.jspecify.annotations.NullMarked;
