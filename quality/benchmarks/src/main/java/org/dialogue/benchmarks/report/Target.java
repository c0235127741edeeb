package org.dialogue.benchmarks.report;

/**
 * Something wanted, held against what was measured in the same run.
 *
 * @param text what is compared with what
 * @param wanted the ratio wanted
 * @param measured the ratio measured
 * @param atLeast whether the measured ratio should be at least the wanted one, or at most
 */
public record Target(String text, double wanted, double measured, boolean atLeast) {

    /** A ratio that should not be smaller. */
    public static Target atLeast(String text, double wanted, double measured) {
        return new Target(text, wanted, measured, true);
    }

    /** A ratio that should not be greater. */
    public static Target atMost(String text, double wanted, double measured) {
        return new Target(text, wanted, measured, false);
    }

    /** Whether it is reached. */
    public boolean reached() {
        return atLeast ? measured >= wanted : measured <= wanted;
    }

    /** What tables say of it. */
    public String verdict() {
        return reached() ? "PASS" : "MISSED";
    }
}
