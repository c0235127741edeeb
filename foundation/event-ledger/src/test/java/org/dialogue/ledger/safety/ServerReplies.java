package org.dialogue.ledger.safety;

import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * What servers answer in trouble, word for word as far as drivers care. Codes are those of MongoDB's error_codes.yml.
 */
final class ServerReplies {

    private static final BsonArray RETRYABLE = new BsonArray(List.of(new BsonString("RetryableWriteError")));

    private ServerReplies() {}

    /** The command as a whole fails for want of space. */
    static BsonDocument diskFull() {
        return failure(14031, "OutOfDiskSpace");
    }

    /** The command works, but not for its document. */
    static BsonDocument diskFullForTheDocument() {
        return failureOfTheDocument(14031, "No space left on device");
    }

    /** A key of the document is in the way. */
    static BsonDocument duplicateKey() {
        return failureOfTheDocument(11000, "E11000 duplicate key error");
    }

    /** Another member was elected. */
    static BsonDocument notPrimary() {
        return failure(10107, "NotWritablePrimary").append("errorLabels", RETRYABLE);
    }

    /** The same to one who wants to read. */
    static BsonDocument notPrimaryForReads() {
        return failure(13435, "NotPrimaryNoSecondaryOk");
    }

    /** The member stepped down in the middle of the command. */
    static BsonDocument steppedDown() {
        return failure(11602, "InterruptedDueToReplStateChange").append("errorLabels", RETRYABLE);
    }

    /** The server lost a connection of its own. */
    static BsonDocument socketException() {
        return failure(9001, "SocketException").append("errorLabels", RETRYABLE);
    }

    /** Stored by the primary; when a majority will have it is not known. */
    static BsonDocument notYetConfirmed() {
        BsonDocument error = new BsonDocument("code", new BsonInt32(64))
                .append("codeName", new BsonString("WriteConcernFailed"))
                .append("errmsg", new BsonString("waiting for replication timed out"));
        return new BsonDocument("n", new BsonInt32(1))
                .append("writeConcernError", error)
                .append("ok", new BsonDouble(1));
    }

    private static BsonDocument failureOfTheDocument(int code, String message) {
        BsonDocument error = new BsonDocument("index", new BsonInt32(0))
                .append("code", new BsonInt32(code))
                .append("errmsg", new BsonString(message));
        return new BsonDocument("n", new BsonInt32(0))
                .append("writeErrors", new BsonArray(List.of(error)))
                .append("ok", new BsonDouble(1));
    }

    private static BsonDocument failure(int code, String name) {
        return new BsonDocument("ok", new BsonDouble(0))
                .append("errmsg", new BsonString(name))
                .append("code", new BsonInt32(code))
                .append("codeName", new BsonString(name));
    }
}
