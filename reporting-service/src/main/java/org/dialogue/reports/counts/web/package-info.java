/** The counts over HTTP. */
@NullMarked
package org.dialogue.reports.counts.web;

import org.jspecify.annotations.NullMarked;
