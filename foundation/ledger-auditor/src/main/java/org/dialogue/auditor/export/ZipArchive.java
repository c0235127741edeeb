package org.dialogue.auditor.export;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive as the format's page reads it. Java's own reader passes over what the page does not, such as a count in
 * the end record that is wrong or bytes behind packed ones, and each version of Java another part of it.
 */
final class ZipArchive implements Closeable {

    /**
     * What the central directory says of an entry.
     *
     * @param isPacked whether it is deflated, and not stored
     * @param checksum CRC-32 of its bytes
     * @param packedSize number of bytes in the archive
     * @param size number of bytes
     * @param offset of its local header
     */
    private record Entry(boolean isPacked, long checksum, long packedSize, long size, long offset) {}

    /** Where the central directory is. */
    private record Directory(long count, long size, long offset) {}

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_64_LOCATOR = 0x07064b50;
    private static final int END_64_LOCATOR_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int LOCAL_HEADER_LENGTH = 30;

    /** Stands in place of a number that a 64-bit field holds. */
    private static final long ELSEWHERE = 0xffff_ffffL;

    private static final int COUNT_ELSEWHERE = 0xffff;
    private static final int EXTRA_64 = 0x0001;
    private static final int ENCRYPTED = 0x0001;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final FileChannel file;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> repeated = new HashSet<>();

    /**
     * Opens an archive, and reads of the central directory what it says of some entries. Others are passed over.
     *
     * @throws ZipException if it is no archive, or not as the page says
     */
    static ZipArchive open(Path path, Set<String> names) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        try {
            ZipArchive archive = new ZipArchive(file);
            archive.readDirectory(names);
            return archive;
        } catch (IOException | RuntimeException | Error e) {
            file.close();
            throw e;
        }
    }

    private ZipArchive(FileChannel file) {
        this.file = file;
    }

    /** Whether the archive holds an entry. */
    boolean holds(String name) {
        return entries.containsKey(name);
    }

    /** Whether the archive holds an entry more than once. */
    boolean repeats(String name) {
        return repeated.contains(name);
    }

    /** Number of bytes of an entry, unpacked. */
    long size(String name) {
        return entry(name).size();
    }

    /** The bytes of an entry; throws at its end at the latest if they are not those that the directory describes. */
    EntryStream read(String name) throws IOException {
        Entry entry = entry(name);
        InputStream packed = new Region(dataOffset(entry), entry.packedSize());
        return new EntryStream(entry.isPacked() ? new Unpacking(packed) : packed, name, entry.size(), entry.checksum());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("The archive does not hold " + name);
        }
        return entry;
    }

    private void readDirectory(Set<String> names) throws IOException {
        Directory directory = directory();
        InputStream in = new BufferedInputStream(new Region(directory.offset(), directory.size()), 1 << 16);
        long left = directory.size();
        long count = 0;
        while (left > 0) {
            ByteBuffer header = take(in, HEADER_LENGTH);
            require(header.getInt(0) == HEADER, "an entry of its directory does not begin as one");
            String name = new String(take(in, unsignedShort(header, 28)).array(), ISO_8859_1);
            ByteBuffer extra = take(in, unsignedShort(header, 30));
            int comment = take(in, unsignedShort(header, 32)).capacity();
            left -= HEADER_LENGTH + name.length() + extra.capacity() + comment;
            count++;
            if (names.contains(name)) {
                Entry entry = entry(name, header, extra);
                if (entries.put(name, entry) != null) {
                    repeated.add(name);
                }
                require(
                        dataOffset(entry) <= directory.offset() - entry.packedSize(),
                        name + " reaches into its directory");
            }
        }
        require(count == directory.count(), "its end record states another number of entries");
    }

    private Directory directory() throws IOException {
        long end = file.size() - END_LENGTH;
        require(end >= 0, "it is too short");
        ByteBuffer record = at(end, END_LENGTH);
        require(record.getInt(0) == END && record.getShort(20) == 0, "it does not end in an end record");
        require(record.getInt(4) == 0, "it is a part of one");
        require(record.getShort(8) == record.getShort(10), "its end record states two numbers of entries");
        long count = unsignedShort(record, 10);
        long size = unsignedInt(record, 12);
        long offset = unsignedInt(record, 16);
        if (count == COUNT_ELSEWHERE || size == ELSEWHERE || offset == ELSEWHERE) {
            end -= END_64_LOCATOR_LENGTH;
            require(end >= 0, "it lacks the locator of its 64-bit end record");
            ByteBuffer locator = at(end, END_64_LOCATOR_LENGTH);
            require(locator.getInt(0) == END_64_LOCATOR, "it lacks the locator of its 64-bit end record");
            require(locator.getInt(4) == 0 && locator.getInt(16) == 1, "it is a part of one");
            long end64 = locator.getLong(8);
            require(end64 >= 0 && end64 <= end - END_64_LENGTH, "its 64-bit end record is not where it should be");
            end = end64;
            ByteBuffer record64 = at(end64, END_64_LENGTH);
            require(record64.getInt(0) == END_64, "its 64-bit end record is not where it should be");
            require(record64.getLong(16) == 0, "it is a part of one");
            require(record64.getLong(24) == record64.getLong(32), "its end record states two numbers of entries");
            count = count == COUNT_ELSEWHERE ? record64.getLong(32) : count;
            size = size == ELSEWHERE ? record64.getLong(40) : size;
            offset = offset == ELSEWHERE ? record64.getLong(48) : offset;
        }
        require(size >= 0 && offset >= 0 && offset <= end - size, "its directory is not where it should be");
        return new Directory(count, size, offset);
    }

    private static Entry entry(String name, ByteBuffer header, ByteBuffer extra) throws ZipException {
        int method = unsignedShort(header, 10);
        require((header.getShort(8) & ENCRYPTED) == 0, name + " is encrypted");
        require(method == STORED || method == DEFLATED, name + " is neither stored nor deflated");
        ByteBuffer extra64 = extra64(extra);
        long size = number(unsignedInt(header, 24), extra64, name);
        long packedSize = number(unsignedInt(header, 20), extra64, name);
        long offset = number(unsignedInt(header, 42), extra64, name);
        return new Entry(method == DEFLATED, unsignedInt(header, 16), packedSize, size, offset);
    }

    private static long number(long stated, @Nullable ByteBuffer extra64, String name) throws ZipException {
        if (stated != ELSEWHERE) {
            return stated;
        }
        require(extra64 != null && extra64.remaining() >= Long.BYTES, name + " lacks a 64-bit number");
        long number = extra64 == null ? -1 : extra64.getLong();
        require(number >= 0, name + " has a number of more than 63 bits");
        return number;
    }

    /** The first extra field with 64-bit numbers; null if there is none. */
    private static @Nullable ByteBuffer extra64(ByteBuffer extra) {
        ByteBuffer rest = extra.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        while (rest.remaining() >= 4) {
            int id = Short.toUnsignedInt(rest.getShort());
            int length = Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining()) {
                return null;
            }
            if (id == EXTRA_64) {
                return rest.slice(rest.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            }
            rest.position(rest.position() + length);
        }
        return null;
    }

    /** Where the bytes of an entry begin. Of the local header, only its length counts: it may say something else. */
    private long dataOffset(Entry entry) throws IOException {
        require(entry.offset() <= file.size() - LOCAL_HEADER_LENGTH, "an entry is not where it should be");
        ByteBuffer header = at(entry.offset(), LOCAL_HEADER_LENGTH);
        require(header.getInt(0) == LOCAL_HEADER, "an entry is not where it should be");
        return entry.offset() + LOCAL_HEADER_LENGTH + unsignedShort(header, 26) + unsignedShort(header, 28);
    }

    private ByteBuffer at(long offset, int length) throws IOException {
        return take(new Region(offset, length), length);
    }

    private static ByteBuffer take(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        require(bytes.length == length, "it ends too early");
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int unsignedShort(ByteBuffer bytes, int index) {
        return Short.toUnsignedInt(bytes.getShort(index));
    }

    private static long unsignedInt(ByteBuffer bytes, int index) {
        return Integer.toUnsignedLong(bytes.getInt(index));
    }

    private static void require(boolean holds, String otherwise) throws ZipException {
        if (!holds) {
            throw new ZipException(otherwise);
        }
    }

    /** A part of the file. */
    private final class Region extends InputStream {

        private long next;
        private long left;

        Region(long offset, long length) {
            this.next = offset;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0 || length == 0) {
                return left == 0 ? -1 : 0;
            }
            int read = file.read(ByteBuffer.wrap(bytes, offset, (int) Math.min(length, left)), next);
            if (read < 0) {
                throw new EOFException("the file has become shorter");
            }
            next += read;
            left -= read;
            return read;
        }
    }
}
