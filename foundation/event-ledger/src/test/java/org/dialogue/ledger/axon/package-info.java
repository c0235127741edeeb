/**
 * Axon's own contract suites, unmodified, and tests of what they leave open.
 */
package org.dialogue.ledger.axon;
