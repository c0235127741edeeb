@NullMarked
package org.dialogue.ledger.tree;

import org.jspecify.annotations.NullMarked;
