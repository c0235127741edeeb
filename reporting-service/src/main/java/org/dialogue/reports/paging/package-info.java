/** Lists in an order of choice, cut into pages. */
@NullMarked
package org.dialogue.reports.paging;

import org.jspecify.annotations.NullMarked;
