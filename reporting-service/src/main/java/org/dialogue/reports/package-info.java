@NullMarked
package org.dialogue.reports;

import org.jspecify.annotations.NullMarked;
