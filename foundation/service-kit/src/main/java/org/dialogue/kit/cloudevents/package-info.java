/** Events of a ledger as CloudEvents 1.0 on Kafka, in binary mode: the stored bytes and all that proves them. */
@NullMarked
package org.dialogue.kit.cloudevents;

import org.jspecify.annotations.NullMarked;
