/** The sample programme: a file that retells two newspaper articles, and its way through the public interfaces. */
@NullMarked
package org.dialogue.standalone.sample;

import org.jspecify.annotations.NullMarked;
