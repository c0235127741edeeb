package org.dialogue.auditor.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * The bytes of one entry of the archive. Java does not compare the archive's own sizes and checksums when it reads an
 * archive this way; so it is done here, at the end, and damage on the way can be told from alteration.
 */
final class EntryStream extends InputStream {

    private final InputStream in;
    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();
    private long count;

    EntryStream(InputStream in, ZipEntry entry) {
        this.in = in;
        this.entry = entry;
    }

    /** Number of bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int more = in.read(bytes, offset, length);
        if (more > 0) {
            count += more;
            checksum.update(bytes, offset, more);
        }
        if (count > entry.getSize() || more < 0 && count < entry.getSize()) {
            throw new ZipException(entry.getName() + " does not have the size that the archive states");
        }
        if (more < 0 && checksum.getValue() != entry.getCrc()) {
            throw new ZipException(entry.getName() + " does not have the checksum that the archive states");
        }
        return more;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
