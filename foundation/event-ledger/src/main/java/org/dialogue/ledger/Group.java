package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Commits of several writers that share an insert.
 */
final class Group {

    /**
     * A document is what readers fetch at the least, so it stays small; a commit that is larger goes alone. The gain of
     * sharing an insert is nearly all had by then.
     */
    static final int MOST_EVENTS = 512;

    static final int MOST_BYTES = 1 << 20;

    private final List<Waiting> members = new ArrayList<>();
    private final Claims claims = new Claims();
    private int events;
    private int bytes;

    /**
     * Whether a commit may be added. One that claims what another member claims may not: which of the two is right must
     * be decided by the database, so the later one waits for the next group.
     */
    boolean hasRoomFor(PreparedCommit commit) {
        return members.isEmpty()
                || (events + commit.events().size() <= MOST_EVENTS
                        && bytes + commit.bytes() <= MOST_BYTES
                        && !claims.clashWith(commit));
    }

    void add(Waiting member) {
        members.add(member);
        member.commit().events().forEach(event -> claims.add(event.event()));
        events += member.commit().events().size();
        bytes += member.commit().bytes();
    }

    /** Members whose outcome is not known, in the order in which they came. */
    List<Waiting> open() {
        return members.stream().filter(member -> !member.isSettled()).toList();
    }

    List<Waiting> members() {
        return members;
    }
}
