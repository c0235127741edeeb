/** A question's timeline over HTTP. */
@NullMarked
package org.dialogue.reports.timeline.web;

import org.jspecify.annotations.NullMarked;
