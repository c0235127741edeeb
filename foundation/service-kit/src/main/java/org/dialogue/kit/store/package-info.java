/** What a service keeps in MongoDB beside its views: ledger, tokens, parked letters, snapshots. */
@NullMarked
package org.dialogue.kit.store;

import org.jspecify.annotations.NullMarked;
