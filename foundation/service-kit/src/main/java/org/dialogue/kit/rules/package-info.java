/** How a service says no: one exception for each way in which a request can be refused. */
@NullMarked
package org.dialogue.kit.rules;

import org.jspecify.annotations.NullMarked;
