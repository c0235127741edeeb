@NullMarked
package org.dialogue.ledger.web;

import org.jspecify.annotations.NullMarked;
