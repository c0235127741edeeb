package org.dialogue.ledger.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Axon's contract for storage engines: EventStorageEngineTest, AbstractEventStorageEngineTest and
 * BatchingEventStorageEngineTest, each extending the one before.
 */
class LedgerEventStorageEngineContractTest
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    private LedgerEventStorageEngine engine;

    @BeforeEach
    void createTestSubject() {
        engine = createEngine();
        setTestSubject(engine);
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization.apply(TestEngines.onFreshDatabase()).build();
    }

    /** It keeps no snapshots, so there is nothing to load, allow or reject. */
    @Test
    @Override
    public void storeAndLoadSnapshot() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> engine.storeSnapshot(EventStoreTestUtils.createEvent()));
        assertThat(engine.readSnapshot(EventStoreTestUtils.AGGREGATE)).isEmpty();
    }

    @Test
    @Override
    public void snapshotFilterAllowsSnapshots() {
        storeAndLoadSnapshot();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshots() {
        storeAndLoadSnapshot();
    }

    @Test
    @Override
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        storeAndLoadSnapshot();
    }
}
