package org.dialogue.benchmarks.report;

import java.util.List;

/**
 * What one section measured.
 *
 * @param key names its place in the page on performance and in the JSON
 * @param markdown its tables and what is to be said about them
 * @param data the figures themselves, as records
 * @param targets what was wanted of them
 */
public record Chapter(String key, String markdown, Object data, List<Target> targets) {}
