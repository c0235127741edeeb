/** What the tests of promises stand on: processes that can be killed, HTTP, and a look into the store from outside. */
@NullMarked
package org.dialogue.quality.harness;

import org.jspecify.annotations.NullMarked;
