package org.dialogue.auditor.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * The bytes of one entry of the archive, held at their end against the size and the checksum that the archive states; so
 * damage on the way can be told from alteration.
 */
final class EntryStream extends InputStream {

    private final InputStream in;
    private final String name;
    private final long size;
    private final long stated;
    private final CRC32 checksum = new CRC32();
    private long count;

    /**
     * @param size number of bytes that there should be
     * @param checksum that they should have
     */
    EntryStream(InputStream in, String name, long size, long checksum) {
        this.in = in;
        this.name = name;
        this.size = size;
        this.stated = checksum;
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
        if (count > size || more < 0 && count < size) {
            throw new ZipException(name + " does not have the size that the archive states");
        }
        if (more < 0 && checksum.getValue() != stated) {
            throw new ZipException(name + " does not have the checksum that the archive states");
        }
        return more;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
