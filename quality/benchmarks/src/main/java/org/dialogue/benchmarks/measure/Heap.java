package org.dialogue.benchmarks.measure;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use. */
public final class Heap {

    private Heap() {}

    /** Bytes in use after a full collection. */
    public static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
