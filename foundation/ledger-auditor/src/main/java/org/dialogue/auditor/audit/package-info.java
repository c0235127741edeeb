/**
 * The verification itself: one pass over the events, with every known root held against the tree on the way.
 */
@NullMarked
package org.dialogue.auditor.audit;

import org.jspecify.annotations.NullMarked;
