package org.dialogue.reports.views;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dialogue.events.EventCatalogue;
import org.dialogue.events.EventType;
import org.dialogue.kit.events.EventJson;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The states of views as bytes: compressed JSON, as events are written. */
final class SnapshotFormat {

    /** Raised with every change in what a fold makes of the same events, or in what its value is made of. */
    private static final int VERSION = 1;

    private static final JsonMapper MAPPER = mapper();

    private SnapshotFormat() {}

    /** {@return the format of a fold's snapshots; another program may know more events, or make something else of them} */
    static String of(ViewFold<?> fold) {
        int known = EventCatalogue.types().stream()
                .map(EventType::cloudEventType)
                .toList()
                .hashCode();
        return "%s %d %08x".formatted(fold.name(), VERSION, known);
    }

    static <V> void write(ViewState<V> state, OutputStream out) throws IOException {
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_SPEED), 1 << 16)) {
            MAPPER.writeValue(packed, state);
        }
    }

    /** @throws IOException if it is not what was written */
    static <V> ViewState<V> read(ViewFold<V> fold, InputStream stored) throws IOException {
        JavaType type = MAPPER.getTypeFactory()
                .constructParametricType(ViewState.class, fold.start().getClass());
        try {
            return MAPPER.readValue(new InflaterInputStream(stored), type);
        } catch (JacksonException unreadable) {
            throw new IOException(unreadable);
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        EventJson.configure(builder);
        return builder.addModule(new PersistentCollections())
                // History may hold half a character, which has no UTF-8.
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .changeDefaultVisibility(visibility -> visibility
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
                .build();
    }
}
