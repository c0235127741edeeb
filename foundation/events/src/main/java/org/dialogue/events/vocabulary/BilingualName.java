package org.dialogue.events.vocabulary;

/**
 * A name in the two languages of the system.
 *
 * @param vi in Vietnamese, as the source writes it (sources without diacritics get none)
 * @param en in English
 */
public record BilingualName(String vi, String en) {}
