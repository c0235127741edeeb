@NullMarked
package org.dialogue.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
