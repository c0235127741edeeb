package org.dialogue.ledger.axon;

import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.BeforeEach;

/**
 * Axon's contract for storage engines: EventStorageEngineTest, AbstractEventStorageEngineTest and
 * BatchingEventStorageEngineTest, each extending the one before.
 */
class LedgerEventStorageEngineContractTest
        extends BatchingEventStorageEngineTest<LedgerEventStorageEngine, LedgerEventStorageEngine.Builder> {

    @BeforeEach
    void createTestSubject() {
        setTestSubject(createEngine());
    }

    @Override
    protected LedgerEventStorageEngine createEngine(UnaryOperator<LedgerEventStorageEngine.Builder> customization) {
        return customization.apply(TestEngines.onFreshDatabase()).build();
    }
}
