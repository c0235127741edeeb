/** What was measured, as text, Markdown and JSON. */
@NullMarked
package org.dialogue.benchmarks.report;

import org.jspecify.annotations.NullMarked;
