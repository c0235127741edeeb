/** What the ledger's own work costs without any server: JMH benchmarks. */
@NullMarked
package org.dialogue.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
