package org.dialogue.ledger;

import java.util.ArrayList;
import java.util.List;

/** Commits of several writers that share an insert. */
final class Group {

    /**
     * A document is what readers fetch at the least, so it stays small; a commit that is larger goes alone. The gain of
     * sharing an insert is nearly all had by then.
     */
    static final int MOST_EVENTS = 512;

    static final int MOST_BYTES = 1 << 20;

    private final List<PendingCommit> members = new ArrayList<>();
    private final UniquenessCheck taken = new UniquenessCheck();
    private int events;
    private int bytes;

    /**
     * Takes a commit in, if it fits. One that has an id or a sequence of another member does not: which of the two is
     * right must be decided by the database, so the later one waits for the next group.
     */
    boolean admits(PendingCommit commit) {
        if (!members.isEmpty()) {
            if (events + commit.events().size() > MOST_EVENTS || bytes + commit.bytes() > MOST_BYTES) {
                return false;
            }
            if (members.size() == 1) {
                taken.add(members.get(0));
            }
            if (taken.clashesWith(commit)) {
                return false;
            }
            taken.add(commit);
        }
        members.add(commit);
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
    List<PendingCommit> open() {
        List<PendingCommit> open = new ArrayList<>(members.size());
        for (PendingCommit member : members) {
            if (!member.isSettled()) {
                open.add(member);
            }
        }
        return open;
    }

    List<PendingCommit> othersThan(PendingCommit one) {
        List<PendingCommit> others = new ArrayList<>(members.size());
        for (PendingCommit member : members) {
            if (member != one) {
                others.add(member);
            }
        }
        return others;
    }
}
