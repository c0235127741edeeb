package org.dialogue.reports.views;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.AbstractList;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.ledger.EventLedger;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Snapshots beside the ledger, in pieces that a document takes. One counts only once its head names it, and the head is
 * written last. It is used only where the ledger has the same tree at its position.
 */
final class StoredSnapshots implements Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(StoredSnapshots.class);
    private static final int PIECE = 8 * 1024 * 1024;
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final EventLedger ledger;
    private final Clock clock;
    private final MongoCollection<Document> heads;
    private final MongoCollection<Document> pieces;

    StoredSnapshots(MongoDatabase database, EventLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        this.heads = database.getCollection("view_snapshots");
        this.pieces = database.getCollection("view_snapshot_pieces");
    }

    @Override
    public <V> Optional<ViewState<V>> find(ViewFold<V> fold) {
        Document head = heads.find(eq("_id", fold.name())).first();
        if (head == null) {
            return Optional.empty();
        }
        long position = head.getLong("position");
        if (!SnapshotFormat.of(fold).equals(head.getString("format"))) {
            LOG.info("The snapshot of {} has another format: it is folded anew", fold.name());
            return Optional.empty();
        }
        if (position > ledger.head() || !root(position).equals(head.getString("root"))) {
            LOG.warn("The snapshot of {} is not of this ledger: it is folded anew", fold.name());
            return Optional.empty();
        }
        try (CheckedInputStream stored =
                new CheckedInputStream(new SequenceInputStream(piecesOf(head)), new CRC32C())) {
            ViewState<V> state = SnapshotFormat.read(fold, stored);
            stored.readAllBytes();
            if (stored.getChecksum().getValue() != head.getLong("checksum") || state.position() != position) {
                throw new IOException("what is stored is not what was written");
            }
            return Optional.of(state);
        } catch (IOException | IllegalStateException damaged) {
            LOG.warn("The snapshot of {} cannot be read: it is folded anew", fold.name(), damaged);
            return Optional.empty();
        }
    }

    @Override
    public <V> void keep(ViewFold<V> fold, ViewState<V> state) {
        String id = UUID.randomUUID().toString();
        CRC32C checksum = new CRC32C();
        Pieces written = new Pieces(fold.name(), id);
        try (OutputStream out = new CheckedOutputStream(written, checksum)) {
            SnapshotFormat.write(state, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Document head = new Document("_id", fold.name())
                .append("format", SnapshotFormat.of(fold))
                .append("position", state.position())
                .append("root", root(state.position()))
                .append("snapshot", id)
                .append("pieces", written.count)
                .append("checksum", checksum.getValue())
                .append("writtenAt", Date.from(clock.instant()));
        Document former = heads.find(eq("_id", fold.name())).first();
        heads.replaceOne(eq("_id", fold.name()), head, new ReplaceOptions().upsert(true));
        if (former != null) {
            pieces.deleteMany(eq("snapshot", former.getString("snapshot")));
        }
        pieces.deleteMany(and(
                eq("view", fold.name()),
                ne("snapshot", id),
                lt("writtenAt", Date.from(clock.instant().minus(ABANDONED)))));
        LOG.info("Kept a snapshot of {} at position {}", fold.name(), state.position());
    }

    private String root(long position) {
        return HexFormat.of().formatHex(ledger.proofs().headAt(position).root());
    }

    private Enumeration<InputStream> piecesOf(Document head) {
        String id = head.getString("snapshot");
        return Collections.enumeration(new Reading(id, head.getInteger("pieces")));
    }

    /** Fetches one piece after the other, when it is its turn. */
    private final class Reading extends AbstractList<InputStream> {

        private final String id;
        private final int count;

        Reading(String id, int count) {
            this.id = id;
            this.count = count;
        }

        @Override
        public InputStream get(int number) {
            Document piece = pieces.find(eq("_id", id + "/" + number)).first();
            if (piece == null) {
                throw new IllegalStateException("piece " + number + " is missing");
            }
            return new ByteArrayInputStream(piece.get("bytes", Binary.class).getData());
        }

        @Override
        public int size() {
            return count;
        }
    }

    /** Stores what is written to it, piece by piece. */
    private final class Pieces extends OutputStream {

        private final String view;
        private final String id;
        private final ByteArrayOutputStream piece = new ByteArrayOutputStream(PIECE);
        private int count;

        Pieces(String view, String id) {
            this.view = view;
            this.id = id;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            for (int done = 0; done < length; ) {
                int now = Math.min(length - done, PIECE - piece.size());
                piece.write(bytes, from + done, now);
                done += now;
                if (piece.size() == PIECE) {
                    store();
                }
            }
        }

        private void store() {
            pieces.insertOne(new Document("_id", id + "/" + count)
                    .append("view", view)
                    .append("snapshot", id)
                    .append("writtenAt", Date.from(clock.instant()))
                    .append("bytes", new Binary(piece.toByteArray())));
            piece.reset();
            count++;
        }

        @Override
        public void close() {
            if (piece.size() > 0) {
                store();
            }
        }
    }
}
