package org.dialogue.reports.views;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.dialogue.kit.events.EventJson;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The states of views as bytes: compressed JSON, as events are written. */
final class SnapshotFormat {

    /** All that decides what becomes of history, and into what shape. */
    private static final List<String> PROGRAM =
            List.of("org/dialogue/reports/folds", "org/dialogue/events", "org/dialogue/kit/events");

    private static final String PROGRAM_MARK = programMark();

    private static final JsonMapper MAPPER = mapper();

    private SnapshotFormat() {}

    /** {@return the format of a fold's snapshots: whose program differs by a byte may make something else of the same events} */
    static String of(ViewFold<?> fold) {
        return fold.name() + " " + PROGRAM_MARK;
    }

    private static String programMark() {
        try {
            TreeSet<String> classes = new TreeSet<>();
            PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
            for (String room : PROGRAM) {
                Resource[] found = resources.getResources("classpath*:" + room + "/**/*.class");
                if (found.length == 0) {
                    throw new IllegalStateException("there are no classes in " + room);
                }
                for (Resource one : found) {
                    classes.add(hash(one.getContentAsByteArray()));
                }
            }
            return hash(String.join("\n", classes).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
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
