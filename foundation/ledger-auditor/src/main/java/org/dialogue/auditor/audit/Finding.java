package org.dialogue.auditor.audit;

/**
 * The first thing that is wrong.
 *
 * @param what whether an event or a checkpoint is wrong
 * @param from the position, or the first that it may be; the size, of a checkpoint
 * @param to the position, or the last that it may be; the size, of a checkpoint
 * @param why a sentence's part for people
 */
public record Finding(Subject what, long from, long to, String why) {

    /** What a finding is about. */
    public enum Subject {
        /** An event is altered, missing or too many. */
        EVENT,
        /** A checkpoint in the export, or what the export says of itself, is wrong; the events may be right. */
        CHECKPOINT
    }

    Finding because(String more) {
        return new Finding(what, from, to, why + more);
    }

    static Finding event(long position, String why) {
        return new Finding(Subject.EVENT, position, position, why);
    }

    static Finding between(long from, long to, String why) {
        return new Finding(Subject.EVENT, from, to, why);
    }

    static Finding checkpoint(long size, String why) {
        return new Finding(Subject.CHECKPOINT, size, size, why);
    }
}
