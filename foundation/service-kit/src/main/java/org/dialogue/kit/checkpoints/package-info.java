/** The road of signed checkpoints to Kafka, where others keep them out of the reach of whoever runs the service. */
@NullMarked
package org.dialogue.kit.checkpoints;

import org.jspecify.annotations.NullMarked;
