package org.dialogue.kit.observability;

import org.springframework.boot.health.contributor.Status;

/** The status between up and down. */
public final class DegradedStatus {

    /** Works, but something waits: HTTP 200 unless an operator maps it otherwise. */
    public static final Status DEGRADED = new Status("DEGRADED", "works, but something waits");

    private DegradedStatus() {}
}
