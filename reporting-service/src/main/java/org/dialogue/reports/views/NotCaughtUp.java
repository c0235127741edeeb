package org.dialogue.reports.views;

/** The view is still being folded from the beginning of history: an answer now would be one from the past. */
public final class NotCaughtUp extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCaughtUp(String view, Progress progress) {
        super("the view " + view + " is being built: " + progress.position() + " of " + progress.total() + " events");
    }
}
