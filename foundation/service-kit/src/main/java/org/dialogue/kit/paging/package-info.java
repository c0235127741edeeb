/** Lists told page by page: how long a page is, and how the next one is asked for. */
@NullMarked
package org.dialogue.kit.paging;

import org.jspecify.annotations.NullMarked;
