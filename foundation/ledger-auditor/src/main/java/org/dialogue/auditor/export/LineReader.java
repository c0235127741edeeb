package org.dialogue.auditor.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of UTF-8, each ended by a newline, and never holds more than one of them. Strict where Java's own readers
 * are lenient: bytes that are no UTF-8 are an error, not a replacement character.
 */
final class LineReader {

    private final InputStream in;
    private final String name;
    private final int longest;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int end;
    private byte[] line = new byte[1 << 12];
    private CharBuffer text = CharBuffer.allocate(1 << 12);
    private long number;

    /**
     * @param name of the entry, for messages
     * @param longest greatest number of bytes of a line
     */
    LineReader(InputStream in, String name, int longest) {
        this.in = in;
        this.name = name;
        this.longest = longest;
    }

    /** The next line without its newline, valid until the next call; null at the end. */
    @Nullable
    CharBuffer next() throws IOException, UnreadableExportException {
        int length = 0;
        while (true) {
            if (next == end && !fill()) {
                if (length == 0) {
                    return null;
                }
                throw new UnreadableExportException(
                        "%s ends within line %d: the export is cut off.".formatted(name, number + 1));
            }
            int newline = indexOfNewline();
            int stop = newline < 0 ? end : newline;
            length = take(stop, length);
            if (newline >= 0) {
                next = newline + 1;
                number++;
                return decoded(length);
            }
        }
    }

    /** Where the last line was, for messages. */
    String place() {
        return name + ", line " + number;
    }

    private boolean fill() throws IOException {
        next = 0;
        end = Math.max(in.read(buffer), 0);
        return end > 0;
    }

    private int indexOfNewline() {
        for (int i = next; i < end; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int take(int stop, int length) throws UnreadableExportException {
        int more = stop - next;
        if (length + more > longest) {
            throw new UnreadableExportException(
                    "%s, line %d is longer than %d bytes, which no export needs.".formatted(name, number + 1, longest));
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.min(longest, Math.max(length + more, 2 * line.length)));
        }
        System.arraycopy(buffer, next, line, length, more);
        next = stop;
        return length + more;
    }

    private CharBuffer decoded(int length) throws UnreadableExportException {
        if (text.capacity() < length) {
            text = CharBuffer.allocate(line.length);
        }
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
        try {
            decoder.reset();
            text.clear();
            // As many characters as bytes always suffice, so that only an error can be left to throw.
            if (decoder.decode(bytes, text, true).isError()) {
                throw new CharacterCodingException();
            }
            return text.flip();
        } catch (CharacterCodingException e) {
            throw new UnreadableExportException("%s is not UTF-8.".formatted(place()));
        }
    }
}
