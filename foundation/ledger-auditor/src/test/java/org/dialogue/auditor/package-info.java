/** Whole and forged exports, made without the code under test, and what the program says of them. */
package org.dialogue.auditor;
