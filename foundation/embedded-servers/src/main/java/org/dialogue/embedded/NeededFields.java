package org.dialogue.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that a query looks at. Of a large document, only they are decoded for the matcher: of a commit of many events,
 * neither payloads nor what else nobody asked for.
 */
final class NeededFields {

    /** By name; empty means the whole value. */
    private final Map<String, NeededFields> fields = new LinkedHashMap<>();

    private byte[][] names = new byte[0][];
    private NeededFields[] below = new NeededFields[0];
    private boolean whole;

    private NeededFields() {}

    /** Null if a query may look at anything. */
    static @Nullable NeededFields of(Document query) {
        NeededFields needed = new NeededFields();
        if (!needed.addAll(query) || needed.whole) {
            return null;
        }
        needed.close();
        return needed;
    }

    private boolean addAll(Document query) {
        for (Map.Entry<String, Object> condition : query.entrySet()) {
            String path = condition.getKey();
            if (List.of("$and", "$or", "$nor").contains(path) && condition.getValue() instanceof Collection<?> parts) {
                for (Object part : parts) {
                    if (!(part instanceof Document document) || !addAll(document)) {
                        return false;
                    }
                }
            } else if (path.startsWith("$")) {
                return false;
            } else {
                add(path, condition.getValue());
            }
        }
        return true;
    }

    private void add(String path, @Nullable Object operand) {
        NeededFields at = this;
        for (String name : path.split("\\.", -1)) {
            if (name.chars().allMatch(Character::isDigit)) {
                // It may mean an element by its place.
                at.whole = true;
                return;
            }
            at = at.fields.computeIfAbsent(name, any -> new NeededFields());
        }
        if (operand instanceof Document document
                && document.size() == 1
                && document.get("$elemMatch") instanceof Document element
                && !element.isEmpty()
                && element.keySet().stream().noneMatch(key -> key.startsWith("$"))) {
            element.forEach(at::add);
        } else {
            at.whole = true;
        }
    }

    private void close() {
        names = fields.keySet().stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        below = fields.values().toArray(NeededFields[]::new);
        for (NeededFields field : below) {
            field.close();
        }
    }

    /** The document with no more than these fields. */
    Document in(byte[] bson) {
        return document(bson, Unpooled.wrappedBuffer(bson));
    }

    private Document document(byte[] bson, ByteBuf buffer) {
        int end = buffer.readerIndex() + buffer.readIntLE();
        Document document = new Document();
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            int field = fieldAt(bson, buffer);
            if (field < 0) {
                skip(type, buffer);
            } else {
                document.put(new String(names[field], StandardCharsets.UTF_8), below[field].value(type, bson, buffer));
            }
        }
        buffer.readerIndex(end);
        return document;
    }

    /** Whether an array stands in a field at the top. */
    static boolean hasArray(byte[] bson, String name) {
        NeededFields wanted = new NeededFields();
        wanted.fields.put(name, new NeededFields());
        wanted.close();
        ByteBuf buffer = Unpooled.wrappedBuffer(bson);
        buffer.skipBytes(Integer.BYTES);
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            if (wanted.fieldAt(bson, buffer) >= 0) {
                return type == BsonConstants.TYPE_ARRAY;
            }
            skip(type, buffer);
        }
        return false;
    }

    /** Reads a name, and says which of the fields bears it. */
    private int fieldAt(byte[] bson, ByteBuf buffer) {
        int start = buffer.readerIndex();
        int end = start;
        while (bson[end] != BsonConstants.STRING_TERMINATION) {
            end++;
        }
        buffer.readerIndex(end + 1);
        for (int field = 0; field < names.length; field++) {
            byte[] name = names[field];
            if (name.length == end - start && Arrays.equals(name, 0, name.length, bson, start, end)) {
                return field;
            }
        }
        return -1;
    }

    private @Nullable Object value(byte type, byte[] bson, ByteBuf buffer) {
        if (!whole && type == BsonConstants.TYPE_EMBEDDED_DOCUMENT) {
            return document(bson, buffer);
        }
        if (!whole && type == BsonConstants.TYPE_ARRAY) {
            return array(bson, buffer);
        }
        return BsonDecoder.decodeValue(type, buffer);
    }

    private List<@Nullable Object> array(byte[] bson, ByteBuf buffer) {
        buffer.readIntLE();
        List<@Nullable Object> array = new ArrayList<>();
        for (byte type = buffer.readByte(); type != BsonConstants.TERMINATING_BYTE; type = buffer.readByte()) {
            buffer.skipBytes(buffer.bytesBefore(BsonConstants.STRING_TERMINATION) + 1);
            array.add(
                    type == BsonConstants.TYPE_EMBEDDED_DOCUMENT
                            ? document(bson, buffer)
                            : BsonDecoder.decodeValue(type, buffer));
        }
        return array;
    }

    private static void skip(byte type, ByteBuf buffer) {
        switch (type) {
            case BsonConstants.TYPE_UTF8_STRING, BsonConstants.TYPE_JAVASCRIPT_CODE ->
                buffer.skipBytes(buffer.readIntLE());
            case BsonConstants.TYPE_EMBEDDED_DOCUMENT, BsonConstants.TYPE_ARRAY ->
                buffer.skipBytes(buffer.readIntLE() - Integer.BYTES);
            case BsonConstants.TYPE_DATA -> buffer.skipBytes(buffer.readIntLE() + 1);
            default -> BsonDecoder.decodeValue(type, buffer);
        }
    }
}
