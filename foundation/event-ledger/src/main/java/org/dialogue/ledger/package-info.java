@NullMarked
package org.dialogue.ledger;

import org.jspecify.annotations.NullMarked;
