package org.dialogue.reports.folds;

/**
 * An event that a view could not take as it is. The view goes on, and says so until it is rebuilt by a program that can.
 * Faults need no storage: like the view itself they follow from history.
 *
 * @param event the event
 * @param kind what is wrong with it
 * @param error what went wrong; may quote the event, unless it is {@link Kind#IMPLAUSIBLE}
 */
public record ViewFault(Provenance event, Kind kind, String error) {

    /** What is wrong with an event. */
    public enum Kind {
        /** This program does not know what happened; the view is as if it had not. */
        UNKNOWN("is of a kind that this program does not know"),
        /** The event cannot be read; the view is as if it had not happened. */
        UNREADABLE("cannot be read"),
        /** It goes on with something that never was, or repeats or contradicts what was; the view is as before it. */
        MISFIT("does not fit what was recorded before"),
        /** It was taken, but a value in it cannot be shown as it is. */
        IMPLAUSIBLE("holds what cannot be shown as it is");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    static ViewFault of(ReadEvent event, Kind kind, RuntimeException failure) {
        String message = failure.getMessage();
        String error = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return new ViewFault(event.provenance(), kind, error);
    }

    /** {@return whether the view goes on without the event} */
    public boolean isLeftOut() {
        return kind != Kind.IMPLAUSIBLE;
    }

    /** {@return what is wrong, for everybody who may see what the event happened to: the event is not quoted} */
    public String told() {
        String which = kind == Kind.IMPLAUSIBLE ? ": " + error : "";
        return "%s %d %s%s".formatted(event.source(), event.sourcePosition(), kind.words, which);
    }
}
