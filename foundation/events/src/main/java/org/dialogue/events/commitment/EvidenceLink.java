package org.dialogue.events.commitment;

/**
 * Where a claim can be checked.
 *
 * @param title what is to be found there
 * @param url an absolute http or https address
 */
public record EvidenceLink(String title, String url) {}
