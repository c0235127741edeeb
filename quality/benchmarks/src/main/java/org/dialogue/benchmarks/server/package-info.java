/** The servers that the contenders talk to. */
@NullMarked
package org.dialogue.benchmarks.server;

import org.jspecify.annotations.NullMarked;
