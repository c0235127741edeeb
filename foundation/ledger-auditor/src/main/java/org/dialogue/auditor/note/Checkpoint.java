package org.dialogue.auditor.note;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.dialogue.auditor.tree.Sha256;

/**
 * What a ledger said of itself, as <a href="https://c2sp.org/tlog-checkpoint">c2sp.org/tlog-checkpoint</a> has it.
 *
 * @param origin name of the ledger
 * @param size number of events
 * @param root tree hash over them, 32 bytes
 * @param note where it says so, with the signatures
 */
public record Checkpoint(String origin, long size, byte[] root, SignedNote note) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    /**
     * Reads a checkpoint from the text of a signed note, whoever signed it.
     *
     * @throws MalformedException if it is no note, or its text is no checkpoint
     */
    public static Checkpoint parse(String text) throws MalformedException {
        SignedNote note = SignedNote.parse(text);
        String[] lines = note.body().substring(0, note.body().length() - 1).split("\n", -1);
        if (lines.length < 3 || Arrays.stream(lines).anyMatch(String::isEmpty)) {
            throw new MalformedException(
                    "the note is no checkpoint: it lacks origin, size or root, or has an empty line");
        }
        byte[] root = Base64Text.decode(lines[2], "the root in the note");
        if (root.length != Sha256.LENGTH) {
            throw new MalformedException("the root in the note has %d bytes, not 32".formatted(root.length));
        }
        return new Checkpoint(lines[0], size(lines[1]), root, note);
    }

    private static long size(String text) throws MalformedException {
        try {
            if (SIZE.matcher(text).matches()) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException e) {
            // 19 digits may still be too much.
        }
        throw new MalformedException("the size in the note is no number as the format has it");
    }
}
