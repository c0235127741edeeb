package org.dialogue.reports.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the building of a view has come.
 *
 * @param position the last position folded
 * @param total the position of the newest event when last looked at
 * @param started when it began
 * @param finished when it ended, well or not; absent while it runs
 * @param failure why it ended without success; absent otherwise
 */
public record Progress(
        long position,
        long total,
        Instant started,
        @Nullable Instant finished,
        @Nullable String failure) {

    static Progress started(long total, Instant at) {
        return new Progress(0, total, at, null, null);
    }

    Progress reached(long reached) {
        return new Progress(reached, Math.max(total, reached), started, finished, failure);
    }

    Progress finished(long reached, Instant at) {
        return new Progress(reached, Math.max(total, reached), started, at, null);
    }

    Progress failed(Instant at, String why) {
        return new Progress(position, total, started, at, why);
    }

    /** {@return whether it has not ended} */
    public boolean isRunning() {
        return finished == null;
    }

    /** {@return how much is folded, from 0 to 100; 100 only when it is all} */
    public int percent() {
        return total == 0 ? 100 : (int) (position * 100 / total);
    }
}
