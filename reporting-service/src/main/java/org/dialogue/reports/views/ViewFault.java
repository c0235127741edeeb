package org.dialogue.reports.views;

/**
 * An event that a view could not take. The view goes on without it, and says so until it is rebuilt by a program that can.
 * Faults need no storage: like the view itself they follow from history.
 *
 * @param position where the event lies in the own ledger
 * @param eventId the event's id
 * @param eventName the event's logical name
 * @param error what went wrong
 */
public record ViewFault(long position, String eventId, String eventName, String error) {

    static ViewFault of(ReadEvent event, RuntimeException failure) {
        String message = failure.getMessage();
        String error = failure.getClass().getSimpleName() + (message == null ? "" : ": " + message);
        return new ViewFault(event.position(), event.eventId(), event.name(), error);
    }
}
