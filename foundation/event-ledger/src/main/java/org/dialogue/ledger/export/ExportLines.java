package org.dialogue.ledger.export;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Base64;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriter;
import org.bson.json.JsonWriterSettings;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.ledger.checkpoint.IssuedCheckpoint;
import org.dialogue.ledger.tree.TreeHead;

/** The JSON of an export: one object a line. Hashes and stored bytes are Base64. */
final class ExportLines {

    /** Numbers as plain JSON numbers. */
    private static final JsonWriterSettings SETTINGS =
            JsonWriterSettings.builder().outputMode(JsonMode.RELAXED).build();

    private final Writer text;

    ExportLines(Writer text) {
        this.text = text;
    }

    void ledger(String origin, TreeHead head, Instant exportedAt) throws IOException {
        JsonWriter json = start();
        json.writeString("format", "event-ledger-export");
        json.writeInt32("version", 1);
        json.writeString("origin", origin);
        json.writeInt64("size", head.size());
        json.writeString("root", base64(head.root()));
        json.writeString("exportedAt", exportedAt.toString());
        end(json);
    }

    void event(RecordedEvent recorded) throws IOException {
        JsonWriter json = start();
        LedgerEvent event = recorded.event();
        json.writeInt64("position", recorded.position());
        json.writeString("id", event.id());
        json.writeString("name", event.name());
        json.writeString("revision", event.revision());
        json.writeString("aggregateType", event.aggregateType());
        json.writeString("aggregateId", event.aggregateId());
        json.writeInt64("sequence", event.sequence());
        json.writeString("timestamp", event.timestamp().toString());
        json.writeInt64("recordedAt", recorded.recordedAt().toEpochMilli());
        json.writeString("payload", base64(event.payload()));
        json.writeString("metadata", base64(event.metadata()));
        Origin origin = event.origin();
        if (origin != null) {
            json.writeStartDocument("origin");
            json.writeString("source", origin.source());
            json.writeInt64("position", origin.position());
            json.writeInt64("recordedAt", origin.recordedAt().toEpochMilli());
            json.writeEndDocument();
        }
        end(json);
    }

    void checkpoint(IssuedCheckpoint checkpoint) throws IOException {
        JsonWriter json = start();
        json.writeInt64("size", checkpoint.size());
        json.writeString("issuedAt", checkpoint.issuedAt().toString());
        json.writeString("note", checkpoint.note().text());
        end(json);
    }

    private JsonWriter start() {
        JsonWriter json = new JsonWriter(text, SETTINGS);
        json.writeStartDocument();
        return json;
    }

    private void end(JsonWriter json) throws IOException {
        json.writeEndDocument();
        text.write('\n');
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
