/** The directory: administrative units, answering bodies and the authorities above the province. */
@NullMarked
package org.dialogue.dialogues.directory;

import org.jspecify.annotations.NullMarked;
