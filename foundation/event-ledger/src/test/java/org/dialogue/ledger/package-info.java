/**
 * Tests of the ledger's core, against the embedded server or the one named by MONGODB_URI.
 */
package org.dialogue.ledger;
