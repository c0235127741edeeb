package org.dialogue.events.contract;

/**
 * A topic there is.
 *
 * @param key names its channel in the document
 * @param address its name, with the realm as a parameter
 * @param service who publishes to it
 * @param description what travels on it
 */
record Topic(String key, String address, String service, String description) {}
