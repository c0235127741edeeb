/**
 * Signed statements of how large the ledger is and what its tree's root is, in the formats that public transparency
 * logs use, so that anyone can hold history against them. Arrays are shared, not copied; nobody may change them.
 */
@NullMarked
package org.dialogue.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
