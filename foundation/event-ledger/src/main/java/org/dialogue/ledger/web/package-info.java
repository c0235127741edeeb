/** The ledger over HTTP: checkpoints, keys, tree heads, proofs, and the export for auditors. */
@NullMarked
package org.dialogue.ledger.web;

import org.jspecify.annotations.NullMarked;
