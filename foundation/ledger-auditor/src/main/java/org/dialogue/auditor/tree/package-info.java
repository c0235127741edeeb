/**
 * Leaf hashes and the RFC 6962 tree over them, as {@code docs/ledger-format.md} specifies them; knows nothing else.
 */
@NullMarked
package org.dialogue.auditor.tree;

import org.jspecify.annotations.NullMarked;
