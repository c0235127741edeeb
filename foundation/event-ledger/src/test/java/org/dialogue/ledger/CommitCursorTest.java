package org.dialogue.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.RawBsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of readers whose cursor is gone: after a long pause, a cut connection, or with the primary. */
class CommitCursorTest {

    private static final RawBsonDocument FIRST = document(1);
    private static final RawBsonDocument SECOND = document(2);
    private static final MongoException FORGOTTEN =
            new MongoCursorNotFoundException(7, new BsonDocument(), new ServerAddress());
    private static final MongoException CUT =
            new MongoSocketReadException("The connection was cut", new ServerAddress());

    private final MongoDatabase database = TestMongo.freshDatabase();
    private final Deque<MongoCursor<RawBsonDocument>> cursors = new ArrayDeque<>();
    private final CommitCursor cursor = new CommitCursor(cursors::remove);

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    @Test
    void aLostCursorIsClosedAndAnotherGoesOn() {
        for (MongoException lost : List.of(FORGOTTEN, CUT)) {
            MongoCursor<RawBsonDocument> old = cursorOf(FIRST, lost);
            cursors.add(old);
            cursors.add(cursorOf(SECOND));

            assertThat(cursor.next()).isSameAs(FIRST);
            assertThat(cursor.next()).isSameAs(SECOND);
            assertThat(cursor.next()).isNull();
            verify(old).close();
        }
    }

    @Test
    void oneThatCannotBeClosedEitherIsLeftToTheServer() {
        MongoCursor<RawBsonDocument> old = cursorOf(FIRST, CUT);
        doThrow(CUT).when(old).close();
        cursors.add(old);
        cursors.add(cursorOf(SECOND));

        cursor.next();

        assertThat(cursor.next()).isSameAs(SECOND);
    }

    @Test
    void aServerThatCannotBeReadAnewIsReported() {
        cursors.add(cursorOf(FIRST, CUT));
        cursors.add(cursorOf(CUT));
        cursors.add(cursorOf(SECOND));
        cursor.next();

        assertThatThrownBy(cursor::next).isSameAs(CUT);
    }

    @Test
    void anInterruptedReaderIsNotKeptReading() {
        cursors.add(cursorOf(FIRST, new MongoInterruptedException("Stop", new InterruptedException())));
        cursors.add(cursorOf(SECOND));
        cursor.next();

        assertThatThrownBy(cursor::next).isInstanceOf(MongoInterruptedException.class);
    }

    @Test
    void nothingIsOpenBehindTheEnd() {
        MongoCursor<RawBsonDocument> only = cursorOf(FIRST);
        cursors.add(only);

        assertThat(cursor.isOpen()).isFalse();
        cursor.next();
        assertThat(cursor.isOpen()).isTrue();
        assertThat(cursor.next()).isNull();

        assertThat(cursor.isOpen()).isFalse();
        verify(only).close();
    }

    @Test
    void readersGoOnWhereTheyWereWhenEveryCursorIsLostAfterOneCommit() {
        EventLedger writer = EventLedger.open(database, "events");
        for (int i = 0; i < 40; i++) {
            writer.append(TestEvents.events("a" + i, 1 + i % 3));
        }
        long head = writer.head();
        EventLedger reader = EventLedger.in(database, "events").open(new ForgetfulCommits(database));

        try (Stream<RecordedEvent> events = reader.readAfter(2)) {
            assertThat(events.map(RecordedEvent::position)).isEqualTo(positions(3, head));
        }
        try (Stream<RecordedEvent> events = reader.readStored(head)) {
            assertThat(events.map(RecordedEvent::position)).isEqualTo(positions(1, head));
        }
    }

    private static List<Long> positions(long first, long last) {
        List<Long> positions = new ArrayList<>();
        for (long position = first; position <= last; position++) {
            positions.add(position);
        }
        return positions;
    }

    /** Its cursors give one commit, and are forgotten. */
    private static final class ForgetfulCommits extends CommitCollection {

        private final MongoDatabase database;

        ForgetfulCommits(MongoDatabase database) {
            super(database, "events");
            this.database = database;
        }

        @Override
        ConfirmedCommits confirmed() {
            return new ConfirmedCommits(database.getCollection("events", RawBsonDocument.class), new RecentCommits()) {

                @Override
                MongoCursor<RawBsonDocument> startingIn(long from, long to, int batchSize) {
                    return forgetful(super.startingIn(from, to, batchSize));
                }
            };
        }

        @Override
        ConfirmedCommits stored() {
            return confirmed();
        }

        private static MongoCursor<RawBsonDocument> forgetful(MongoCursor<RawBsonDocument> cursor) {
            try (cursor) {
                return cursor.hasNext() ? cursorOf(cursor.next(), FORGOTTEN) : cursorOf();
            }
        }
    }

    /** Gives the documents, and throws the exceptions, in this order. */
    @SuppressWarnings("unchecked")
    private static MongoCursor<RawBsonDocument> cursorOf(Object... answers) {
        Iterator<Object> left = List.of(answers).iterator();
        Deque<RawBsonDocument> next = new ArrayDeque<>();
        MongoCursor<RawBsonDocument> cursor = mock(MongoCursor.class);
        when(cursor.hasNext()).thenAnswer(call -> {
            Object answer = left.hasNext() ? left.next() : null;
            if (answer instanceof MongoException failure) {
                throw failure;
            }
            if (answer != null) {
                next.add((RawBsonDocument) answer);
            }
            return answer != null;
        });
        when(cursor.next()).thenAnswer(call -> next.remove());
        return cursor;
    }

    private static RawBsonDocument document(long id) {
        return RawBsonDocument.parse(new BsonDocument("_id", new BsonInt64(id)).toJson());
    }
}
