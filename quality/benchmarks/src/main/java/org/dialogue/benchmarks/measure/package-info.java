/** Rates, latencies and memory. */
@NullMarked
package org.dialogue.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
