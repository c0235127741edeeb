/** Lists and reference data: documents in MongoDB, folded from events, written only forward, rebuilt by one command. */
@NullMarked
package org.dialogue.kit.projections;

import org.jspecify.annotations.NullMarked;
