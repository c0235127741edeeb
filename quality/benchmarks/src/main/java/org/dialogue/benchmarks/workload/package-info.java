/** The events that every contender is given. */
@NullMarked
package org.dialogue.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
