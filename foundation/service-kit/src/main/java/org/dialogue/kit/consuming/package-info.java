/** The road from Kafka to a service's policies: in order, each once in effect, failures parked and never skipped. */
@NullMarked
package org.dialogue.kit.consuming;

import org.jspecify.annotations.NullMarked;
