package org.dialogue.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.DataType;
import org.jspecify.annotations.Nullable;

/** A document as its BSON bytes. They are made by the writer, so that whoever commits for all has only to copy them. */
final class StoredDocument {

    static final DataType<StoredDocument> TYPE = new Type();

    /** Small documents are read again and again; large ones, of a ledger say, once. */
    private static final int KEPT_DECODED_BELOW = 2048;

    /** Each thread encodes in one and the same buffer, as long as it does not grow too large. */
    private static final ThreadLocal<ByteBuf> BUFFER = ThreadLocal.withInitial(() -> Unpooled.buffer(1 << 16));

    private static final int LARGEST_KEPT = 1 << 20;

    private final byte[] bson;
    private volatile @Nullable Document decoded;

    private StoredDocument(byte[] bson) {
        this.bson = bson;
    }

    static StoredDocument of(Document document) {
        ByteBuf buffer = BUFFER.get().clear();
        ReplyEncoder.encode(document, buffer);
        byte[] bson = new byte[buffer.readableBytes()];
        buffer.readBytes(bson);
        if (buffer.capacity() > LARGEST_KEPT) {
            BUFFER.remove();
        }
        return new StoredDocument(bson);
    }

    static StoredDocument ofBson(byte[] bson) {
        return new StoredDocument(bson);
    }

    /** The document, which others read as well: nobody may change it. */
    Document shared() {
        Document known = decoded;
        if (known != null) {
            return known;
        }
        Document document = own();
        if (bson.length < KEPT_DECODED_BELOW) {
            decoded = document;
        }
        return document;
    }

    /** The document, or if it is large, of its fields only those that are needed, if it is known which. */
    Document with(@Nullable NeededFields needed) {
        return needed == null || bson.length < KEPT_DECODED_BELOW ? shared() : needed.in(bson);
    }

    /** Whether an array stands in this field, without decoding what it holds. */
    boolean hasArray(String field) {
        return NeededFields.hasArray(bson, field);
    }

    /** A copy that the caller may change. */
    Document own() {
        return BsonDecoder.decodeBson(Unpooled.wrappedBuffer(bson));
    }

    int size() {
        return bson.length;
    }

    /** Nobody may change it. */
    byte[] bson() {
        return bson;
    }

    private static final class Type extends BasicDataType<StoredDocument> {

        private static final int OVERHEAD = 100;

        @Override
        public int getMemory(StoredDocument document) {
            int kept = document.bson.length < KEPT_DECODED_BELOW ? 3 : 1;
            return OVERHEAD + kept * document.bson.length;
        }

        /** Sizes differ too much for the average of a few to say anything. */
        @Override
        public boolean isMemoryEstimationAllowed() {
            return false;
        }

        @Override
        public void write(WriteBuffer buffer, StoredDocument document) {
            buffer.putVarInt(document.bson.length).put(document.bson);
        }

        @Override
        public StoredDocument read(ByteBuffer buffer) {
            byte[] bson = new byte[DataUtils.readVarInt(buffer)];
            buffer.get(bson);
            return new StoredDocument(bson);
        }

        @Override
        public StoredDocument[] createStorage(int size) {
            return new StoredDocument[size];
        }
    }
}
