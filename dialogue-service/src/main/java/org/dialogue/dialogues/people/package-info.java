/** Who takes part. Names are kept in a registry beside the ledger; history holds digests of them. */
@NullMarked
package org.dialogue.dialogues.people;

import org.jspecify.annotations.NullMarked;
