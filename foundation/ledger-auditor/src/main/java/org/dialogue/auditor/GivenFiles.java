package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.export.Printable;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.note.KeyKind;
import org.dialogue.auditor.note.MalformedException;
import org.dialogue.auditor.note.VerifierKey;

/**
 * Reads the keys, checkpoints and proofs that are given on the command line.
 */
final class GivenFiles {

    private static final int LARGEST = 1 << 20;
    private static final int LONGEST_EVENT = 1 << 25;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private GivenFiles() {}

    /** The keys of one kind: the one that the word is, or those in the file that it names. */
    static List<VerifierKey> keys(String word, KeyKind kind) throws UsageException {
        if (!isReadable(word)) {
            VerifierKey key = key(word, "There is no file '%s', and as a key".formatted(Printable.text(word)));
            if (key.kind() != kind) {
                throw new UsageException("%s is no key of a %s.".formatted(key.label(), name(kind)));
            }
            return List.of(key);
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String line : text(word).split("\n")) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(key(line, Printable.text(word)));
            }
        }
        keys.removeIf(key -> key.kind() != kind);
        if (keys.isEmpty()) {
            throw new UsageException("%s holds no key of a %s.".formatted(Printable.text(word), name(kind)));
        }
        return keys;
    }

    /** The checkpoint in a file. */
    static Evidence.KeptCheckpoint checkpoint(String word) throws UsageException {
        try {
            String text = text(word);
            return new Evidence.KeptCheckpoint(Checkpoint.parse(text.endsWith("\n") ? text : text + "\n"), word);
        } catch (MalformedException e) {
            throw new UsageException(
                    "%s holds no checkpoint: %s.".formatted(Printable.text(word), Printable.text(e.what())));
        }
    }

    private static VerifierKey key(String text, String place) throws UsageException {
        try {
            return VerifierKey.parse(text);
        } catch (MalformedException e) {
            throw new UsageException("%s: %s.".formatted(place, Printable.text(e.what())));
        }
    }

    private static boolean isReadable(String word) {
        try {
            return Files.isRegularFile(Path.of(word)) && Files.isReadable(Path.of(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** An event, which may be as long as a line of an export. */
    static String event(String word) throws UsageException {
        return text(word, LONGEST_EVENT);
    }

    /** What is in a small file. */
    static String text(String word) throws UsageException {
        return text(word, LARGEST);
    }

    private static String text(String word, int largest) throws UsageException {
        if (!isReadable(word)) {
            throw new UsageException("There is no file '%s' that can be read.".formatted(Printable.text(word)));
        }
        try (InputStream in = Files.newInputStream(Path.of(word))) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new UsageException(
                        "%s is larger than any key, checkpoint, proof or event.".formatted(Printable.text(word)));
            }
            return asWritten(UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            throw new UsageException("%s is not UTF-8.".formatted(Printable.text(word)));
        } catch (IOException e) {
            throw new UsageException("%s cannot be read.".formatted(Printable.text(word)));
        }
    }

    /**
     * Takes away what editors and mail programs add to a text: neither a byte order mark nor a carriage return is in any
     * key, note or proof.
     */
    private static String asWritten(String text) {
        return (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static String name(KeyKind kind) {
        return kind == KeyKind.WITNESS ? "witness" : "ledger";
    }
}
