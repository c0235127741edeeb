/**
 * An append-only ledger of events on MongoDB: one gap-free order, one insert per commit, and a Merkle tree over all of
 * it.
 */
@NullMarked
package org.dialogue.ledger;

import org.jspecify.annotations.NullMarked;
