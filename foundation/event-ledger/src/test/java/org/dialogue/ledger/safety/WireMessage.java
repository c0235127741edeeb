package org.dialogue.ledger.safety;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/**
 * One message of MongoDB's wire protocol: a header of four little-endian 32-bit numbers (length, request id, id of the
 * request that is answered, kind of message), then the content.
 *
 * @param bytes header and content
 */
record WireMessage(byte[] bytes) {

    private static final int OP_REPLY = 1;
    private static final int OP_MSG = 2013;
    private static final int HEADER = 16;

    /** Flags and the kind of the first section, between the header and the body. */
    private static final int BODY = HEADER + Integer.BYTES + 1;

    /** Flags, cursor id, starting position and number of documents, between the header and the document. */
    private static final int OP_REPLY_FIELDS = 20;

    /** A command as the driver sent it, without the documents that an insert brings beside its body. */
    record Request(String command, BsonDocument body) {

        boolean inserts() {
            return command.equals("insert");
        }
    }

    static WireMessage read(DataInputStream in) throws IOException {
        int length = Integer.reverseBytes(in.readInt());
        ByteBuffer message = little(new byte[length]).putInt(length);
        in.readFully(message.array(), Integer.BYTES, length - Integer.BYTES);
        return new WireMessage(message.array());
    }

    static WireMessage reply(int responseTo, BsonDocument body) {
        byte[] document = encoded(body);
        int length = BODY + document.length;
        return new WireMessage(little(new byte[length])
                .putInt(length)
                .putInt(0)
                .putInt(responseTo)
                .putInt(OP_MSG)
                .putInt(0)
                .put((byte) 0)
                .put(document)
                .array());
    }

    int requestId() {
        return little(bytes).getInt(4);
    }

    int responseTo() {
        return little(bytes).getInt(8);
    }

    /** The command, unless this is one of the old messages that only greet. */
    Optional<Request> request() {
        if (kind() != OP_MSG) {
            return Optional.empty();
        }
        // Drivers put the section with the body first.
        BsonDocument body = document(little(bytes).position(BODY));
        return Optional.of(new Request(body.getFirstKey(), body));
    }

    /**
     * A standalone server's greeting turned into that of a replica set's primary, so that the driver numbers its writes
     * and repeats them.
     */
    WireMessage asIfFromAReplicaSet(String address) {
        int start = kind() == OP_MSG ? BODY : HEADER + OP_REPLY_FIELDS;
        if (kind() != OP_MSG && kind() != OP_REPLY) {
            return this;
        }
        BsonDocument greeting = document(little(bytes).position(start));
        if (!greeting.containsKey("maxWireVersion") || greeting.containsKey("setName")) {
            return this;
        }
        BsonDocument shown = new BsonDocument();
        shown.putAll(greeting);
        byte[] document = encoded(shown.append("setName", new BsonString("proxied"))
                .append("secondary", BsonBoolean.FALSE)
                .append("hosts", new BsonArray(List.of(new BsonString(address))))
                .append("me", new BsonString(address))
                .append("logicalSessionTimeoutMinutes", new BsonInt32(30)));
        int length = start + document.length;
        return new WireMessage(little(new byte[length])
                .put(bytes, 0, start)
                .put(document)
                .putInt(0, length)
                .array());
    }

    private int kind() {
        return little(bytes).getInt(12);
    }

    private static BsonDocument document(ByteBuffer from) {
        int length = from.getInt(from.position());
        byte[] document = new byte[length];
        from.get(document);
        return new RawBsonDocument(document);
    }

    private static byte[] encoded(BsonDocument document) {
        RawBsonDocument raw = new RawBsonDocument(document, new BsonDocumentCodec());
        ByteBuffer encoded = raw.getByteBuffer().asNIO();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
