package org.dialogue.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What happened to documents since the store was last written, so that not every command has to write the pages of the
 * store: one record for all commands that wait at a time. Two files take turns, by the generation that the store names; a
 * file keeps its length, so that forcing a record need not force what the file system knows of the file.
 *
 * <p>A record is its length, its check sum, its generation and its changes; the first that does not fit ends the journal.
 */
final class Journal implements AutoCloseable {

    private static final int HEADER = 16;
    private static final int REMOVED = -1;

    /** From here on the store is to be written, and the other file begun. */
    private static final int FULL = 8 << 20;

    /** What is written at a time to give a file its length. */
    private static final int ZEROS = 1 << 16;

    private final FileChannel[] files;
    private final boolean forced;

    // Of the file, guarded by whoever may write it: see DurableBackend.
    private int generation;
    private long end;
    private byte[] writing = new byte[1 << 16];

    // Of the changes to come, guarded by this.
    private byte[] pending = new byte[1 << 16];
    private int length = HEADER;
    private long taken;

    /** What a journal tells when it is read. */
    interface Reader {

        /** {@code document} is null if it was removed. */
        void changed(String namespace, String position, @Nullable StoredDocument document);
    }

    /**
     * Opens the journal in a directory.
     *
     * @param forced whether each record is to survive the end of the machine
     */
    Journal(Path directory, boolean forced) {
        this.forced = forced;
        this.files = new FileChannel[] {
            open(directory.resolve("mongo.journal.0")), open(directory.resolve("mongo.journal.1"))
        };
    }

    private static FileChannel open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            for (long at = channel.size(); at < FULL; at += ZEROS) {
                channel.write(ByteBuffer.allocate(ZEROS), at);
            }
            channel.force(true);
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal " + file, e);
        }
    }

    /** Reads all records of a generation. */
    void read(int ofGeneration, Reader reader) {
        FileChannel file = files[ofGeneration & 1];
        try {
            long at = 0;
            ByteBuffer header = ByteBuffer.allocate(HEADER);
            while (file.read(header.clear(), at) == HEADER) {
                int size = header.flip().getInt();
                int sum = header.getInt();
                if (header.getLong() != ofGeneration || size < HEADER || at + size > file.size()) {
                    return;
                }
                ByteBuffer record = ByteBuffer.allocate(size);
                if (file.read(record, at) != size || sum != sum(record.array(), size)) {
                    return;
                }
                tell(record.position(HEADER), reader);
                at += size;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the journal", e);
        }
    }

    private static void tell(ByteBuffer record, Reader reader) {
        while (record.hasRemaining()) {
            String namespace = new String(bytes(record, record.getInt()), StandardCharsets.UTF_8);
            byte[] position = bytes(record, record.getInt());
            int size = record.getInt();
            reader.changed(
                    namespace,
                    new String(position, StandardCharsets.UTF_16BE),
                    size == REMOVED ? null : StoredDocument.ofBson(bytes(record, size)));
        }
    }

    private static byte[] bytes(ByteBuffer record, int size) {
        byte[] bytes = new byte[size];
        record.get(bytes);
        return bytes;
    }

    /** Begins a generation; what was written before is no longer needed once the store names this one. */
    void begin(int newGeneration) {
        generation = newGeneration;
        end = 0;
    }

    boolean isFull() {
        return end >= FULL;
    }

    boolean isEmpty() {
        return end == 0;
    }

    /** How many changes there have been so far. */
    synchronized long changes() {
        return taken;
    }

    /** Notes that a document was stored, or removed if it is null. */
    synchronized void changed(byte[] namespace, String position, @Nullable StoredDocument document) {
        byte[] key = position.getBytes(StandardCharsets.UTF_16BE);
        byte[] bson = document == null ? new byte[0] : document.bson();
        int size = 3 * Integer.BYTES + namespace.length + key.length + bson.length;
        if (pending.length - length < size) {
            pending = Arrays.copyOf(pending, Math.max(2 * pending.length, length + size));
        }
        ByteBuffer.wrap(pending, length, size)
                .putInt(namespace.length)
                .put(namespace)
                .putInt(key.length)
                .put(key)
                .putInt(document == null ? REMOVED : bson.length)
                .put(bson);
        length += size;
        taken++;
    }

    /** Forgets what is to come, because the store has it. Answers how many changes there have been so far. */
    synchronized long skip() {
        length = HEADER;
        return taken;
    }

    /** Writes all that was noted. Answers how many changes there have been so far. */
    long write() {
        byte[] record;
        int size;
        long changes;
        synchronized (this) {
            record = pending;
            size = length;
            changes = taken;
            pending = writing;
            length = HEADER;
        }
        writing = record.length > FULL ? new byte[1 << 16] : record;
        if (size == HEADER) {
            return changes;
        }
        ByteBuffer.wrap(record).putInt(size).putInt(0).putLong(generation);
        ByteBuffer.wrap(record).putInt(Integer.BYTES, sum(record, size));
        try {
            FileChannel file = files[generation & 1];
            ByteBuffer left = ByteBuffer.wrap(record, 0, size);
            while (left.hasRemaining()) {
                end += file.write(left, end);
            }
            if (forced) {
                file.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal", e);
        }
        return changes;
    }

    private static int sum(byte[] record, int size) {
        CRC32 sum = new CRC32();
        sum.update(record, 2 * Integer.BYTES, size - 2 * Integer.BYTES);
        return (int) sum.getValue();
    }

    @Override
    public void close() {
        for (FileChannel file : files) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the journal", e);
            }
        }
    }
}
