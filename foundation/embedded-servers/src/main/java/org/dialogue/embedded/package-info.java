/** Kafka and MongoDB inside this process, for evaluation and tests, where no real servers are named. */
@NullMarked
package org.dialogue.embedded;

import org.jspecify.annotations.NullMarked;
