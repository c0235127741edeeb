package org.dialogue.kit.history;

/**
 * What an aggregate's events add up to, and how far they go.
 *
 * @param state what they add up to
 * @param version the sequence number of the last of them, from 0
 * @param <S> the kind of state
 */
public record Versioned<S>(S state, long version) {}
