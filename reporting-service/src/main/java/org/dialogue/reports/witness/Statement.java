package org.dialogue.reports.witness;

import org.dialogue.ledger.tree.TreeHead;

/**
 * What a ledger has put its name to.
 *
 * @param tree the tree it says it has
 * @param note the signed note in which it says so
 */
record Statement(TreeHead tree, String note) {}
