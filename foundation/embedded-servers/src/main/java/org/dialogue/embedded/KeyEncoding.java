package org.dialogue.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Values as texts that sort, char by char, as the values do in the order of BSON, and of which none begins another. Texts
 * of several values are put one behind the other; their order is that of the first value that differs.
 *
 * <p>A value is <em>regular</em> if this order is also the one by which the library's matcher and its sort compare it.
 * Others (arrays within arrays, decimals, regular expressions, NaN) have a text that only tells whether they are equal.
 */
final class KeyEncoding {

    /** Comes before every text of a value. */
    static final String LOWEST = "\u0002";

    /** Comes after every text of a value, and after every text that begins with a given value. */
    static final String HIGHEST = "\uFFFF";

    private static final char NULL = 0x10;
    private static final char NUMBER = 0x12;
    private static final char STRING = 0x14;
    private static final char DOCUMENT = 0x16;
    private static final char BINARY = 0x18;
    private static final char LEGACY_UUID = 0x19;
    private static final char UNIVERSAL_UUID = 0x1A;
    private static final char OBJECT_ID = 0x1C;
    private static final char BOOLEAN = 0x1E;
    private static final char DATE = 0x20;
    private static final char TIMESTAMP = 0x22;
    private static final char OTHER = 0x30;

    /** From here on the library cuts the fraction off when it compares a number with a whole one. */
    private static final double FRACTIONS_COUNT_BELOW = 1L << 31;

    private final StringBuilder text = new StringBuilder(32);
    private boolean regular = true;

    private KeyEncoding() {}

    /** A value's text, and whether it is regular. */
    record Encoded(String text, boolean regular) {

        char type() {
            return text.charAt(0);
        }

        boolean isNull() {
            return type() == NULL;
        }
    }

    static Encoded encode(@Nullable Object value) {
        KeyEncoding encoding = new KeyEncoding();
        encoding.append(value);
        return new Encoded(encoding.text.toString(), encoding.regular);
    }

    static boolean isDocument(String text) {
        return text.charAt(0) == DOCUMENT;
    }

    /** The same text in descending order. */
    static String reversed(String text) {
        char[] chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ~chars[i];
        }
        return new String(chars);
    }

    private void append(@Nullable Object value) {
        if (Missing.isNullOrMissing(value)) {
            text.append(NULL);
        } else if (value instanceof Number number) {
            text.append(NUMBER);
            appendNumber(number);
        } else if (value instanceof String string) {
            text.append(STRING);
            appendText(string);
        } else if (value instanceof Document document) {
            text.append(DOCUMENT);
            appendFields(document);
        } else if (value instanceof BinData binary) {
            text.append(BINARY);
            appendInt(binary.getData().length);
            appendBytes(binary.getData());
        } else if (value instanceof LegacyUUID legacy) {
            text.append(LEGACY_UUID);
            appendSigned(legacy.getUuid().getMostSignificantBits());
            appendSigned(legacy.getUuid().getLeastSignificantBits());
        } else if (value instanceof UUID uuid) {
            text.append(UNIVERSAL_UUID);
            appendUnsigned(uuid.getMostSignificantBits());
            appendUnsigned(uuid.getLeastSignificantBits());
        } else if (value instanceof ObjectId id) {
            text.append(OBJECT_ID);
            appendBytes(id.toByteArray());
        } else if (value instanceof Boolean flag) {
            text.append(BOOLEAN).append(flag ? '\u0001' : '\u0000');
        } else if (value instanceof Instant instant) {
            text.append(DATE);
            appendSigned(instant.toEpochMilli());
        } else if (value instanceof BsonTimestamp timestamp) {
            text.append(TIMESTAMP);
            appendUnsigned(timestamp.getValue());
        } else {
            appendOther(value);
        }
    }

    /** The nearest double, then by how much a whole number differs from it. */
    private void appendNumber(Number number) {
        double nearest = number.doubleValue();
        long rest = 0;
        if (number instanceof Long whole) {
            rest = whole - (long) nearest;
        } else if (number instanceof Decimal128
                || !Double.isFinite(nearest)
                || Math.abs(nearest) >= 0x1p63
                || Math.abs(nearest) >= FRACTIONS_COUNT_BELOW && nearest != Math.rint(nearest)) {
            regular = false;
        }
        long bits = Double.doubleToLongBits(nearest == 0 ? 0.0 : nearest);
        appendUnsigned(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        appendInt((int) rest + (1 << 20));
    }

    private void appendText(String string) {
        if (string.indexOf('\0') < 0) {
            text.append(string);
        } else {
            for (int i = 0; i < string.length(); i++) {
                char next = string.charAt(i);
                text.append(next);
                if (next == '\0') {
                    text.append('\u0001');
                }
            }
        }
        text.append("\0\0");
    }

    /** By type, name and value of each field in turn, the shorter document first. */
    private void appendFields(Document document) {
        for (Map.Entry<String, Object> field : document.entrySet()) {
            int typeAt = text.length();
            append(field.getValue());
            String value = text.substring(typeAt + 1);
            text.setLength(typeAt + 1);
            appendText(field.getKey());
            text.append(value);
        }
        text.append('\0');
    }

    private void appendOther(@Nullable Object value) {
        regular = false;
        text.append(OTHER);
        ByteBuf bson = Unpooled.buffer();
        try {
            BsonEncoder.encodeDocument(new Document("", value), bson);
            byte[] bytes = new byte[bson.readableBytes()];
            bson.readBytes(bytes);
            appendInt(bytes.length);
            appendBytes(bytes);
        } finally {
            bson.release();
        }
    }

    private void appendBytes(byte[] bytes) {
        for (byte next : bytes) {
            text.append((char) (next & 0xFF));
        }
    }

    /** Seven bits a char: these take one byte each in the file. */
    private void appendUnsigned(long value) {
        for (int shift = 63; shift >= 0; shift -= 7) {
            text.append((char) (value >>> shift & 0x7F));
        }
    }

    private void appendSigned(long value) {
        appendUnsigned(value ^ Long.MIN_VALUE);
    }

    private void appendInt(int positive) {
        for (int shift = 28; shift >= 0; shift -= 7) {
            text.append((char) (positive >>> shift & 0x7F));
        }
    }
}
