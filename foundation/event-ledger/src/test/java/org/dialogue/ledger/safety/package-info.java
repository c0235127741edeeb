/**
 * Tests of what the ledger promises when networks, clocks, disks and processes fail, through its public methods only.
 */
package org.dialogue.ledger.safety;
