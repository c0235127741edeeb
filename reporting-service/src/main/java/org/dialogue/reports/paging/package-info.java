/** Lists in pages: sort keys, opaque cursors, and parameters checked by name. */
@NullMarked
package org.dialogue.reports.paging;

import org.jspecify.annotations.NullMarked;
