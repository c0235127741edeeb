/** How a service reaches its Kafka cluster, makes sure of topics there and follows them. */
@NullMarked
package org.dialogue.kit.kafka;

import org.jspecify.annotations.NullMarked;
