package org.dialogue.auditor.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/** What deflated bytes hold, which are one whole stream and nothing behind it. */
final class Unpacking extends InputStream {

    private final InputStream packed;
    private final Inflater inflater = new Inflater(true);
    private final byte[] buffer = new byte[1 << 16];

    Unpacking(InputStream packed) {
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int unpacked = inflater.inflate(bytes, offset, length);
            while (unpacked == 0 && length > 0) {
                if (inflater.finished()) {
                    requireNothingBehind();
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw new ZipException("what is packed needs a dictionary");
                }
                fill();
                unpacked = inflater.inflate(bytes, offset, length);
            }
            return unpacked;
        } catch (DataFormatException e) {
            throw new ZipException("what is packed cannot be unpacked: " + e.getMessage());
        }
    }

    private void fill() throws IOException {
        int more = packed.read(buffer, 0, buffer.length);
        if (more < 0) {
            throw new ZipException("what is packed is cut off");
        }
        inflater.setInput(buffer, 0, more);
    }

    private void requireNothingBehind() throws IOException {
        if (inflater.getRemaining() > 0 || packed.read() >= 0) {
            throw new ZipException("there are bytes behind what is packed");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        packed.close();
    }
}
