package org.dialogue.benchmarks.measure;

import java.util.Arrays;

/** The middle of some figures. */
public final class Medians {

    private Medians() {}

    /** The middle one in order of size, or the mean of the two in the middle. */
    public static double of(double... figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
