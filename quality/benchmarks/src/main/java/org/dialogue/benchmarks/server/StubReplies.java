package org.dialogue.benchmarks.server;

import java.time.Instant;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** What a server says that has nothing stored and agrees to everything. */
final class StubReplies {

    private static final int NEWEST_WIRE_VERSION = 21;
    private static final int DOCUMENT_LIMIT = 16 << 20;
    private static final int MESSAGE_LIMIT = 48_000_000;
    private static final int BATCH_LIMIT = 100_000;

    private StubReplies() {}

    static BsonDocument to(BsonDocument command) {
        return switch (command.getFirstKey()) {
            case "hello", "isMaster", "ismaster" -> hello();
            case "find", "aggregate" ->
                ok().append(
                                "cursor",
                                new BsonDocument("firstBatch", new BsonArray())
                                        .append("id", new BsonInt64(0))
                                        .append("ns", new BsonString("stub.stub")));
            // The driver asks for the count and does not compare it with what it sent.
            case "insert" -> ok().append("n", new BsonInt32(1));
            default -> ok();
        };
    }

    static BsonDocument hello() {
        return ok().append("helloOk", BsonBoolean.TRUE)
                .append("isWritablePrimary", BsonBoolean.TRUE)
                .append("ismaster", BsonBoolean.TRUE)
                .append("maxBsonObjectSize", new BsonInt32(DOCUMENT_LIMIT))
                .append("maxMessageSizeBytes", new BsonInt32(MESSAGE_LIMIT))
                .append("maxWriteBatchSize", new BsonInt32(BATCH_LIMIT))
                .append("minWireVersion", new BsonInt32(0))
                .append("maxWireVersion", new BsonInt32(NEWEST_WIRE_VERSION))
                .append("localTime", new BsonDateTime(Instant.now().toEpochMilli()))
                .append("readOnly", BsonBoolean.FALSE);
    }

    private static BsonDocument ok() {
        return new BsonDocument("ok", new BsonDouble(1));
    }
}
