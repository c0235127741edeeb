package org.dialogue.ledger.checkpoint;

import java.util.regex.Pattern;
import org.dialogue.ledger.tree.Sha256;
import org.dialogue.ledger.tree.TreeHead;

/**
 * States that a ledger's tree has this head, in the form of
 * <a href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a>.
 *
 * @param origin name of the ledger, unique in the world, such as {@code realm/service}
 * @param tree its size and root
 */
public record Checkpoint(String origin, TreeHead tree) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int FIXED_LINES = 3;

    /**
     * @throws MalformedNoteException if the origin is empty or more than a line, or there can be no such tree
     */
    public Checkpoint {
        if (origin.isEmpty() || origin.indexOf('\n') >= 0 || !NoteText.isPlain(origin)) {
            throw new MalformedNoteException("The origin of a checkpoint must be one line of text");
        }
        if (tree.size() < 0 || tree.root().length != Sha256.LENGTH) {
            throw new MalformedNoteException(
                    "No tree has %d leaves and a root of %d bytes".formatted(tree.size(), tree.root().length));
        }
    }

    /**
     * Reads the text of a note. Lines after the third are extensions: they are signed, but mean nothing here.
     *
     * @throws MalformedNoteException if it is no checkpoint
     */
    public static Checkpoint parse(String body) {
        if (!body.endsWith("\n")) {
            throw new MalformedNoteException("The checkpoint does not end in a newline");
        }
        String[] lines = body.substring(0, body.length() - 1).split("\n", -1);
        if (lines.length < FIXED_LINES) {
            throw new MalformedNoteException("A checkpoint has three lines: origin, size and root");
        }
        for (String line : lines) {
            if (line.isEmpty()) {
                throw new MalformedNoteException("A line of the checkpoint is empty");
            }
        }
        return new Checkpoint(lines[0], new TreeHead(size(lines[1]), NoteText.decode(lines[2], "The root")));
    }

    /** The text to sign: three lines, each with its newline. */
    public String body() {
        return origin + '\n' + tree.size() + '\n' + NoteText.encode(tree.root()) + '\n';
    }

    private static long size(String line) {
        if (SIZE.matcher(line).matches()) {
            try {
                return Long.parseLong(line);
            } catch (NumberFormatException beyondLong) {
                throw new MalformedNoteException("No tree has %s leaves".formatted(line));
            }
        }
        throw new MalformedNoteException("The size is no decimal number without leading zeros");
    }
}
