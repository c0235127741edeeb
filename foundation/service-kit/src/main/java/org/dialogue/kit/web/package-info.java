/** The REST edge: who calls and when, problem details, preconditions, idempotency keys and size limits. */
@NullMarked
package org.dialogue.kit.web;

import org.jspecify.annotations.NullMarked;
