package org.dialogue.kit.consuming;

/**
 * What came of a retry.
 *
 * @param handled sequences whose letters were all handled
 * @param left sequences that still wait
 */
record RetryResult(int handled, int left) {}
