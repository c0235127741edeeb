/** The engine: what a view is, how it is folded from history, kept current, rebuilt and shown to operators. */
@NullMarked
package org.dialogue.reports.views;

import org.jspecify.annotations.NullMarked;
