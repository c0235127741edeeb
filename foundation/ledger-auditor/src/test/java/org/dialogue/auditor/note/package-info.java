/** The vectors for keys and checkpoints. */
package org.dialogue.auditor.note;
