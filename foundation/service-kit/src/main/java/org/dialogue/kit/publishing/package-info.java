/** The road from the ledger to Kafka: the stored bytes, in order, each at least once. */
@NullMarked
package org.dialogue.kit.publishing;

import org.jspecify.annotations.NullMarked;
