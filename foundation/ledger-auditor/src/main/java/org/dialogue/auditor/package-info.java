/**
 * The command line: arguments, progress, and what is printed.
 */
@NullMarked
package org.dialogue.auditor;

import org.jspecify.annotations.NullMarked;
