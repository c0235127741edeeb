/** What a service keeps in MongoDB beside its views: ledger, tokens, parked letters. */
@NullMarked
package org.dialogue.kit.store;

import org.jspecify.annotations.NullMarked;
