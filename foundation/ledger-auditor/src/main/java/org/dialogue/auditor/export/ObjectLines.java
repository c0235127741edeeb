package org.dialogue.auditor.export;

import java.io.IOException;
import java.nio.CharBuffer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a file with one of them on each line, read one after the other.
 *
 * @param <T> what a line holds
 */
public final class ObjectLines<T> {

    /** Makes an object of a line. */
    interface Format<T> {
        T read(JsonFields line, String place) throws UnreadableExportException;
    }

    private final EntryStream bytes;
    private final LineReader lines;
    private final Format<T> format;

    ObjectLines(EntryStream bytes, String name, int longestLine, Format<T> format) {
        this.bytes = bytes;
        this.lines = new LineReader(bytes, name, longestLine);
        this.format = format;
    }

    /**
     * The next object; null after the last.
     *
     * @throws UnreadableExportException if the line is malformed or the archive damaged
     */
    public @Nullable T next() throws UnreadableExportException {
        try {
            CharBuffer line = lines.next();
            if (line == null) {
                return null;
            }
            String place = lines.place();
            return format.read(JsonFields.parse(line, place), place);
        } catch (IOException e) {
            throw ExportFile.damaged(e);
        }
    }

    /**
     * Reads what is left without looking into it, so that damage of the archive comes to light.
     *
     * @param progress is told the bytes that were read
     * @throws UnreadableExportException if the archive is damaged
     */
    public void skipRest(LongConsumer progress) throws UnreadableExportException {
        try {
            byte[] buffer = new byte[1 << 16];
            int read = 0;
            while (read >= 0) {
                read = bytes.read(buffer, 0, buffer.length);
                progress.accept(bytes.count());
            }
        } catch (IOException e) {
            throw ExportFile.damaged(e);
        }
    }

    /**
     * How many bytes were read.
     */
    public long bytesRead() {
        return bytes.count();
    }
}
