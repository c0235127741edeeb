package org.dialogue.ledger.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.CheckpointCollection;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.dialogue.ledger.tree.TreeHead;

/**
 * Writes all that is needed to verify a ledger into one zip archive: events, checkpoints and public keys, as {@code
 * docs/ledger-format.md} lays it down. Streams: its memory does not grow with history.
 *
 * <p>The archive goes up to the latest checkpoint, because nothing proves what comes after it: have one issued first. If
 * the ledger no longer holds as much as that checkpoint says, then the archive holds what is left, and the checkpoint,
 * which exposes it. Without checkpoints it goes up to the newest event.
 */
public final class LedgerExport {

    private static final int PAGE_OF_CHECKPOINTS = 100;

    private final EventLedger ledger;
    private final CheckpointCollection checkpoints;
    private final String origin;
    private final Clock clock;

    /**
     * @param origin name of the ledger, as its checkpoints say it
     * @param clock tells when the export was made
     */
    public LedgerExport(EventLedger ledger, CheckpointCollection checkpoints, String origin, Clock clock) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.origin = origin;
        this.clock = clock;
    }

    /**
     * Writes the archive of the ledger as it is when this is called. If it throws, what was written is no archive.
     *
     * @param out where to; flushed, but not closed
     * @throws org.dialogue.ledger.BrokenHistoryException if the stored history is not whole
     * @throws org.dialogue.ledger.checkpoint.MalformedNoteException if a kept checkpoint cannot be read
     * @throws IOException if it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        // In this order: what is signed was recorded before, so the ledger holds it now.
        long signed = checkpoints.latest().map(IssuedCheckpoint::size).orElse(0L);
        TreeHead recorded = ledger.treeHead();
        TreeHead head = signed > 0 && signed < recorded.size() ? ledger.proofs().headAt(signed) : recorded;

        ZipOutputStream zip = new ZipOutputStream(out, UTF_8);
        // Never closed, because that would close the stream that was given: each entry is flushed.
        Writer text = new BufferedWriter(new OutputStreamWriter(zip, UTF_8));
        ExportLines lines = new ExportLines(text);

        zip.putNextEntry(new ZipEntry("ledger.json"));
        lines.ledger(origin, head, clock.instant());
        end(zip, text);

        zip.putNextEntry(new ZipEntry("keys.txt"));
        writeKeys(text);
        end(zip, text);

        zip.putNextEntry(new ZipEntry("checkpoints.ndjson"));
        writeCheckpoints(signed, lines);
        end(zip, text);

        zip.putNextEntry(new ZipEntry("events.ndjson"));
        writeEvents(head.size(), lines);
        end(zip, text);
        zip.finish();
        zip.flush();
    }

    private void writeKeys(Writer text) throws IOException {
        text.write("# Public keys that signed the checkpoints of " + origin + ", in the order of their first use.\n");
        text.write("# To know whose they are, compare them with keys that you have from elsewhere.\n");
        for (VerifierKey key : checkpoints.keys()) {
            text.write(key.text());
            text.write('\n');
        }
    }

    private void writeCheckpoints(long last, ExportLines lines) throws IOException {
        long written = -1;
        while (written < last) {
            List<IssuedCheckpoint> page = checkpoints.after(written, PAGE_OF_CHECKPOINTS);
            if (page.isEmpty()) {
                return;
            }
            for (IssuedCheckpoint checkpoint : page) {
                if (checkpoint.size() <= last) {
                    lines.checkpoint(checkpoint);
                }
                written = checkpoint.size();
            }
        }
    }

    private void writeEvents(long last, ExportLines lines) throws IOException {
        try (Stream<RecordedEvent> events = ledger.readStored(last)) {
            for (Iterator<RecordedEvent> each = events.iterator(); each.hasNext(); ) {
                lines.event(each.next());
            }
        }
    }

    private static void end(ZipOutputStream zip, Writer text) throws IOException {
        text.flush();
        zip.closeEntry();
    }
}
