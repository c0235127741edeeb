/** What the tests of every service need: people with tokens, servers, fixtures, and rules for its structure and its API. */
@NullMarked
package org.dialogue.kit.testing;

import org.jspecify.annotations.NullMarked;
