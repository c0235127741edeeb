/** Measures the ledger beside axon-mongo and the bare driver: one run, one machine, one server, one durability. */
@NullMarked
package org.dialogue.benchmarks;

import org.jspecify.annotations.NullMarked;
