/** The ways of storing events that compete. */
@NullMarked
package org.dialogue.benchmarks.contender;

import org.jspecify.annotations.NullMarked;
