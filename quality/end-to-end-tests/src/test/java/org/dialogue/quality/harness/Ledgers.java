package org.dialogue.quality.harness;

import com.mongodb.client.MongoClient;
import java.util.List;

/**
 * The three ledgers of a realm at one moment.
 *
 * @param dialogues dialogue-service's own
 * @param answers answer-service's own
 * @param reports reporting-service's copy of both
 */
public record Ledgers(StoredLedger dialogues, StoredLedger answers, StoredLedger reports) {

    /** Reads the ledgers of a realm. */
    static Ledgers read(MongoClient client, String realm) {
        return new Ledgers(
                new StoredLedger(client, realm, "dialogue"),
                new StoredLedger(client, realm, "answer"),
                new StoredLedger(client, realm, "reporting"));
    }

    /** {@return how many events the two services have recorded} */
    public int recorded() {
        return dialogues.size() + answers.size();
    }

    /** Asserts that nothing is missing, doubled, changed or out of order in any of them. */
    public void assertWhole() {
        List.of(dialogues, answers, reports).forEach(StoredLedger::assertWhole);
        reports.assertCopyOf("dialogue-service", dialogues);
        reports.assertCopyOf("answer-service", answers);
    }
}
