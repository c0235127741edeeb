/** What is measured: one class for each table. */
@NullMarked
package org.dialogue.benchmarks.section;

import org.jspecify.annotations.NullMarked;
