package org.dialogue.auditor.note;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with signatures below it, as <a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a> has it.
 *
 * @param body what is signed, with the newline at its end
 * @param signatures one or more, right or wrong
 */
public record SignedNote(String body, List<NoteSignature> signatures) {

    private static final int MOST_SIGNATURES = 100;

    /**
     * Takes a note apart, and believes nothing of it.
     *
     * @throws MalformedException if the text is no signed note
     */
    public static SignedNote parse(String text) throws MalformedException {
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new MalformedException("the note holds control characters");
        }
        int gap = text.lastIndexOf("\n\n");
        if (gap < 0 || !text.endsWith("\n")) {
            throw new MalformedException(
                    "the note does not part text and signatures by an empty line, or does not end " + "in a newline");
        }
        String below = text.substring(gap + 2);
        if (below.isEmpty()) {
            throw new MalformedException("the note has no signature");
        }
        List<NoteSignature> signatures = new ArrayList<>();
        for (String line : below.substring(0, below.length() - 1).split("\n", MOST_SIGNATURES + 1)) {
            if (signatures.size() == MOST_SIGNATURES) {
                throw new MalformedException("the note has more than " + MOST_SIGNATURES + " signatures");
            }
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(text.substring(0, gap + 1), List.copyOf(signatures));
    }
}
