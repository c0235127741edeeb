/** Configures a ledger, Axon's event store on it and its checkpoints in a Spring Boot application, from two settings. */
@NullMarked
package org.dialogue.ledger.spring;

import org.jspecify.annotations.NullMarked;
