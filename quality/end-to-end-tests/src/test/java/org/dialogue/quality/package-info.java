/** The promises of the whole suite, each a test on real processes. */
@NullMarked
package org.dialogue.quality;

import org.jspecify.annotations.NullMarked;
