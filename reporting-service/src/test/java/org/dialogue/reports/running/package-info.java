/** The whole service on real servers, fed as the two other services would and asked over HTTP. */
@NullMarked
package org.dialogue.reports.running;

import org.jspecify.annotations.NullMarked;
