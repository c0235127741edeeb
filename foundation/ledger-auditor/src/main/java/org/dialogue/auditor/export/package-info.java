/**
 * The zip archive and its lines, read as a stream and distrusted.
 */
@NullMarked
package org.dialogue.auditor.export;

import org.jspecify.annotations.NullMarked;
