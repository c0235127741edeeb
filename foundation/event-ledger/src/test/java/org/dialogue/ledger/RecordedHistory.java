package org.dialogue.ledger;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dialogue.ledger.tree.TreeHead;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A ledger with the commits 1-3, 4, 5-6, 7-10, 11 and 12-13. The last event of each is of one aggregate; that of the second
 * is a copy.
 */
abstract class RecordedHistory {

    private static final int[] COMMITS = {3, 1, 2, 4, 1, 2};
    static final Instant MORNING = Instant.parse("2024-05-20T08:00:00Z");

    final MongoDatabase database = TestMongo.freshDatabase();
    final StoredHistory stored = new StoredHistory(database, "events");
    private final AtomicLong now = new AtomicLong(MORNING.toEpochMilli());
    final List<TreeHead> heads = new ArrayList<>();
    final EventLedger ledger = open();

    @BeforeEach
    void record() {
        int shared = 0;
        for (int size : COMMITS) {
            now.addAndGet(1_000);
            List<LedgerEvent> events = new ArrayList<>(TestEvents.events("aggregate-" + heads.size(), size - 1));
            Origin origin = new Origin("elsewhere", 10, MORNING);
            LedgerEvent last = TestEvents.event("shared", shared++, MORNING.plusSeconds(heads.size()));
            events.add(heads.size() == 1 ? last.copiedFrom(origin) : last);
            heads.add(ledger.append(events).tree());
        }
    }

    @AfterEach
    void dropDatabase() {
        database.drop();
    }

    EventLedger open() {
        InstantSource time = () -> Instant.ofEpochMilli(now.get());
        return EventLedger.in(database, "events")
                .clock(time.withZone(ZoneOffset.UTC))
                .open();
    }
}
