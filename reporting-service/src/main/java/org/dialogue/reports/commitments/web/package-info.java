/** The list of open commitments over HTTP. */
@NullMarked
package org.dialogue.reports.commitments.web;

import org.jspecify.annotations.NullMarked;
