package org.dialogue.auditor.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dialogue.auditor.note.MalformedException;
import org.dialogue.auditor.note.VerifierKey;

/**
 * The archive. Nothing is read into memory but one line at a time, and nothing is believed.
 */
public final class ExportFile implements AutoCloseable {

    private static final String LEDGER = "ledger.json";
    private static final String EVENTS = "events.ndjson";
    private static final String CHECKPOINTS = "checkpoints.ndjson";
    private static final String KEYS = "keys.txt";
    private static final Set<String> FILES = Set.of(LEDGER, EVENTS, CHECKPOINTS, KEYS);

    private static final int LARGEST_LEDGER_JSON = 1 << 16;
    private static final int LARGEST_KEYS = 1 << 20;
    private static final int LONGEST_CHECKPOINT = 1 << 20;
    private static final int LONGEST_EVENT = 1 << 25;

    private final ZipArchive zip;

    private ExportFile(ZipArchive zip) {
        this.zip = zip;
    }

    /**
     * Opens an export.
     *
     * @throws UnreadableExportException if there is none, it is no archive, or lacks one of the four files
     */
    public static ExportFile open(Path path) throws UnreadableExportException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new UnreadableExportException("There is no file %s that can be read.".formatted(path));
        }
        try {
            ZipArchive zip = ZipArchive.open(path, FILES);
            for (String name : FILES) {
                if (!zip.holds(name) || zip.repeats(name)) {
                    zip.close();
                    throw new UnreadableExportException(
                            zip.holds(name)
                                    ? "The archive holds %s twice.".formatted(name)
                                    : "The archive does not hold %s: it is no export.".formatted(name));
                }
            }
            return new ExportFile(zip);
        } catch (IOException e) {
            throw new UnreadableExportException("%s is no zip archive, or not a whole one (%s)."
                    .formatted(path, Printable.text(String.valueOf(e.getMessage()))));
        }
    }

    /**
     * What the export says of itself.
     *
     * @throws UnreadableExportException if that is malformed, or another format or version
     */
    public LedgerDescription description() throws UnreadableExportException {
        return LedgerDescription.parse(text(LEDGER, LARGEST_LEDGER_JSON), LEDGER);
    }

    /**
     * The public keys in the export, of whatever kind. That they are in it is no reason to trust them.
     *
     * @throws UnreadableExportException if one of them is malformed
     */
    public List<VerifierKey> keys() throws UnreadableExportException {
        List<VerifierKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : text(KEYS, LARGEST_KEYS).toString().split("\n")) {
            number++;
            // Java would take carriage returns for ends of lines as well, and find keys within comments.
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    keys.add(VerifierKey.parse(line));
                } catch (MalformedException e) {
                    throw new UnreadableExportException(
                            "%s, line %d: %s.".formatted(KEYS, number, Printable.text(e.what())));
                }
            }
        }
        return List.copyOf(keys);
    }

    /**
     * The events, from the first.
     *
     * @throws UnreadableExportException if the archive is damaged
     */
    public ObjectLines<ExportedEvent> events() throws UnreadableExportException {
        return new ObjectLines<>(open(EVENTS), EVENTS, LONGEST_EVENT, (line, place) -> ExportedEvent.of(line));
    }

    /**
     * Number of bytes of all events, for progress.
     */
    public long eventBytes() {
        return zip.size(EVENTS);
    }

    /**
     * The checkpoints, from the first.
     *
     * @throws UnreadableExportException if the archive is damaged
     */
    public ObjectLines<ExportedCheckpoint> checkpoints() throws UnreadableExportException {
        return new ObjectLines<>(open(CHECKPOINTS), CHECKPOINTS, LONGEST_CHECKPOINT, ExportedCheckpoint::of);
    }

    @Override
    public void close() throws UnreadableExportException {
        try {
            zip.close();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    static UnreadableExportException damaged(IOException e) {
        return new UnreadableExportException("The archive is damaged or cannot be read (%s). Get a fresh copy of it."
                .formatted(Printable.text(String.valueOf(e.getMessage()))));
    }

    private CharBuffer text(String name, int largest) throws UnreadableExportException {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new UnreadableExportException("%s is larger than %d bytes.".formatted(name, largest));
            }
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new UnreadableExportException("%s is not UTF-8.".formatted(name));
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private EntryStream open(String name) throws UnreadableExportException {
        try {
            return zip.read(name);
        } catch (IOException e) {
            throw damaged(e);
        }
    }
}
