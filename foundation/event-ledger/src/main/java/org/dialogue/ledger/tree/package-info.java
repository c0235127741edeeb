/** The Merkle tree of RFC 6962: hashing, growing and proving. Knows nothing of events or databases. */
@NullMarked
package org.dialogue.ledger.tree;

import org.jspecify.annotations.NullMarked;
