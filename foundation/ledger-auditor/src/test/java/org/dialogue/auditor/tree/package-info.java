/** The vectors for leaves and trees. */
package org.dialogue.auditor.tree;
