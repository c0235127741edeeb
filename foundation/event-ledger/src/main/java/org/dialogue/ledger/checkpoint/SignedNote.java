package org.dialogue.ledger.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text and the signatures under it, in the form of
 * <a href="https://c2sp.org/signed-note">c2sp.org/signed-note</a>. To have been parsed says nothing of trust: ask a
 * {@link VerifierKey} that you know from elsewhere.
 *
 * @param body the signed text, which ends in a newline
 * @param signatures one or more
 */
public record SignedNote(String body, List<NoteSignature> signatures) {

    /** So many signatures may be under a note: far more than there are witnesses, and few enough to check. */
    static final int MOST_SIGNATURES = 100;

    /**
     * @throws MalformedNoteException if the body does not end in a newline, or holds control characters or broken
     *     Unicode; if there are no signatures, or more than 100
     */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!body.endsWith("\n")) {
            throw new MalformedNoteException("The text of the note does not end in a newline");
        }
        if (!NoteText.isPlain(body)) {
            throw new MalformedNoteException("The note holds control characters or broken Unicode");
        }
        if (signatures.isEmpty()) {
            throw new MalformedNoteException("The note has no signature");
        }
        if (signatures.size() > MOST_SIGNATURES) {
            throw new MalformedNoteException("The note has %d signatures".formatted(signatures.size()));
        }
    }

    /**
     * Reads a whole note.
     *
     * @param text the text, an empty line, and one line for each signature; the last empty line parts them
     * @throws MalformedNoteException if any part of it is not as the format says
     */
    public static SignedNote parse(String text) {
        int gap = text.lastIndexOf("\n\n");
        if (gap < 0) {
            throw new MalformedNoteException("No empty line parts the note from its signatures");
        }
        String lines = text.substring(gap + 2);
        if (!lines.isEmpty() && !lines.endsWith("\n")) {
            throw new MalformedNoteException("The note does not end in a newline");
        }
        return new SignedNote(text.substring(0, gap + 1), lines.isEmpty() ? List.of() : signatures(lines));
    }

    /** Newlines alone end lines: Java's own idea of lines would make a carriage return vanish. */
    private static List<NoteSignature> signatures(String lines) {
        // One line too many is enough to refuse; there may be millions.
        return Arrays.stream(lines.substring(0, lines.length() - 1).split("\n", MOST_SIGNATURES + 2))
                .limit(MOST_SIGNATURES + 1L)
                .map(NoteSignature::parse)
                .toList();
    }

    /** The whole note, as {@link #parse} reads it. */
    public String text() {
        StringBuilder text = new StringBuilder(body).append('\n');
        signatures.forEach(signature -> text.append(signature.line()).append('\n'));
        return text.toString();
    }

    /** The note with a signature more, in place of one by the same key. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.removeIf(signature::sameKeyAs);
        more.add(signature);
        return new SignedNote(body, more);
    }
}
