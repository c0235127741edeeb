/** How a service reaches its Kafka cluster. */
@NullMarked
package org.dialogue.kit.kafka;

import org.jspecify.annotations.NullMarked;
