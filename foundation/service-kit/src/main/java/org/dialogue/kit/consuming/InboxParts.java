package org.dialogue.kit.consuming;

import java.util.ArrayList;
import java.util.List;

/** What records are handed to. */
record InboxParts(List<ParkingHandler> handlers, UnreadableRecords unreadable, UnbelievedRecords unbelieved) {

    List<ParkedLetters> parkedLetters() {
        List<ParkedLetters> parked = new ArrayList<>(handlers);
        parked.add(unreadable);
        parked.add(unbelieved);
        return parked;
    }
}
