package org.dialogue.kit.consuming;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the inbox tells operators; written by its thread, read by theirs. */
public final class InboxStatus {

    private final Map<String, Long> positions = new ConcurrentHashMap<>();
    private final Map<String, Long> missing = new ConcurrentHashMap<>();

    /** Begins where an earlier run, or another instance, has come to. */
    void beginsAt(Map<String, Long> handledBefore) {
        positions.clear();
        positions.putAll(handledBefore);
    }

    /** Notes what was handled; nothing is missing then, until the next early one says so. */
    void handled(String source, long position) {
        positions.put(source, position);
        missing.remove(source);
    }

    /** Notes a gap; true if this position was not known to be missing. */
    boolean misses(String source, long position) {
        Long known = missing.put(source, position);
        return known == null || known != position;
    }

    /** {@return the last position handled or parked, by source} */
    public Map<String, Long> positions() {
        return Map.copyOf(positions);
    }

    /** {@return the position that has not arrived although later ones have, by source} */
    public Map<String, Long> missing() {
        return Map.copyOf(missing);
    }
}
