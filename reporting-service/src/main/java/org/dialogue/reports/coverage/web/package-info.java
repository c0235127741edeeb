/** The coverage of questions over HTTP. */
@NullMarked
package org.dialogue.reports.coverage.web;

import org.jspecify.annotations.NullMarked;
