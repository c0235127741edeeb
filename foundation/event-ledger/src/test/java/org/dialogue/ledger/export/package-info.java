@NullMarked
package org.dialogue.ledger.export;

import org.jspecify.annotations.NullMarked;
