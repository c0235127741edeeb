@NullMarked
package org.dialogue.ledger.spring;

import org.jspecify.annotations.NullMarked;
