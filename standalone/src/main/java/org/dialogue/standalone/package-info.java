/** Everything in one process: servers, sign-in, the three services and the sample programme, for evaluation. */
@NullMarked
package org.dialogue.standalone;

import org.jspecify.annotations.NullMarked;
