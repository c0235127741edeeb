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
     * Takes a commit in, if it fits. One that claims what another member claims does not: which of the two is right must
     * be decided by the database, so the later one waits for the next group.
     */
    boolean admits(Waiting member) {
        PreparedCommit commit = member.commit();
        if (!members.isEmpty()) {
            if (events + commit.events().size() > MOST_EVENTS || bytes + commit.bytes() > MOST_BYTES) {
                return false;
            }
            if (members.size() == 1) {
                claims.add(members.get(0).commit());
            }
            if (claims.clashWith(commit)) {
                return false;
            }
            claims.add(commit);
        }
        members.add(member);
        events += commit.events().size();
        bytes += commit.bytes();
        return true;
    }

    int size() {
        return members.size();
    }

    /** How many events its members hold together. */
    int events() {
        return events;
    }

    /** Members whose outcome is not known, in the order in which they came. */
    List<Waiting> open() {
        List<Waiting> open = new ArrayList<>(members.size());
        for (Waiting member : members) {
            if (!member.isSettled()) {
                open.add(member);
            }
        }
        return open;
    }

    List<Waiting> othersThan(Waiting one) {
        List<Waiting> others = new ArrayList<>(members.size());
        for (Waiting member : members) {
            if (member != one) {
                others.add(member);
            }
        }
        return others;
    }
}
