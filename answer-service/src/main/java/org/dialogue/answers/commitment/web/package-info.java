/** The commitments over HTTP. */
@NullMarked
package org.dialogue.answers.commitment.web;

import org.jspecify.annotations.NullMarked;
