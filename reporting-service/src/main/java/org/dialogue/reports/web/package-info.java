/** What the controllers share: what an answer reflects, who asks, and which day it is. */
@NullMarked
package org.dialogue.reports.web;

import org.jspecify.annotations.NullMarked;
