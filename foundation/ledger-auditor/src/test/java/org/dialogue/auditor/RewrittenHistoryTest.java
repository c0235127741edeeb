package org.dialogue.auditor;

import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.NOT_PROVEN;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** History is hashed and signed anew, or an older state restored, by somebody who can do so. */
class RewrittenHistoryTest {

    private static final String KEY = TestKey.LEDGER.vkey();

    @TempDir
    Path folder;

    private final TestExport export = TestExport.whole();
    private String keptAtTen;
    private String keptAtTwenty;

    @BeforeEach
    void keepCheckpoints() {
        keptAtTen = TestRun.file(folder, "ten.txt", export.note(10));
        keptAtTwenty = TestRun.file(folder, "twenty.txt", export.note(20));
    }

    @Test
    void theKeysHolderCanRewriteWhatNobodyKeptACheckpointOf() {
        export.at(16).put("payload", "");
        export.rehash(TestKey.LEDGER);

        TestRun.withKey(export.writeTo(folder)).says(WHOLE);
    }

    @Test
    void aKeptCheckpointExposesTheKeysHolder() {
        export.at(16).put("payload", "");
        Path zip = export.rehash(TestKey.LEDGER).writeTo(folder);

        TestRun.of(zip, "--key", KEY, "--checkpoint", keptAtTwenty)
                .says(
                        ALTERED,
                        "First wrong position: between 1 and 20",
                        "that you gave",
                        "its holder signed two histories, and both notes together prove it");
        TestRun.of(zip, "--key", KEY, "--checkpoint", keptAtTwenty, "--checkpoint", keptAtTen)
                .says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void aKeptCheckpointIsEnoughToProveWhatCameBeforeIt() {
        TestRun.of(export.writeTo(folder), "--checkpoint", keptAtTwenty)
                .says(
                        NOT_PROVEN,
                        "Up to position 20 the events are proven",
                        "Nothing that you gave vouches for those from 21 to 30");
        TestRun.of(export.writeTo(folder), "--checkpoint", TestRun.file(folder, "thirty.txt", export.note(30)))
                .says(WHOLE);
    }

    @Test
    void anOlderStateThatWasRestoredIsExposedByAKeptCheckpoint() {
        export.events.subList(17, 30).clear();
        export.checkpoints.subList(1, 3).clear();
        Path zip = export.describe().sign(17, TestKey.LEDGER).writeTo(folder);

        TestRun.withKey(zip).says(WHOLE, "All 17 events");
        TestRun.of(zip, "--key", KEY, "--checkpoint", keptAtTwenty)
                .says(
                        ALTERED,
                        "First wrong position: 18",
                        "the end was cut off, or an older state restored",
                        "if it was issued only after");
    }

    @Test
    void whoSignsWithAnotherKeyAndForgesTheKeyFileProvesNothing() {
        export.at(16).put("payload", "");
        export.rehash(TestKey.NEXT);
        export.keys.clear();
        export.keys.add(TestKey.NEXT.vkey());
        Path zip = export.writeTo(folder);

        TestRun.withKey(zip).says(NOT_PROVEN, "No checkpoint is signed by a key that you gave", "no right signature");
        TestRun.of(zip).says(NOT_PROVEN, "The keys came only from the export itself");
        TestRun.of(zip, "--checkpoint", keptAtTwenty).says(ALTERED, "between 1 and 20");
        TestRun.of(zip, "--key", KEY, "--checkpoint", keptAtTwenty).says(ALTERED, "between 1 and 20");
    }

    @Test
    void forgedCheckpointsDoNotHideWhereTheSignedOnesFail() {
        export.at(13).put("payload", "");
        export.describe();
        export.checkpoints.subList(1, 3).clear();
        export.keys.add(TestKey.NEXT.vkey());
        export.sign(15, TestKey.NEXT);
        export.checkpoints.add(TestExport.whole().checkpoints.get(1));

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void withoutAnythingFromElsewhereAnExportIsNotProven() {
        TestRun.of(export.writeTo(folder))
                .says(
                        NOT_PROVEN,
                        "NOTHING WRONG, BUT NOT PROVEN",
                        "integrity against the keys in the export up to position 30, not who holds them",
                        "example.org/ledger+47c1c1b2, from the export");
    }

    @Test
    void eventsAfterTheLastCheckpointAreNotProven() {
        export.checkpoints.remove(2);

        TestRun.withKey(export.writeTo(folder))
                .says(NOT_PROVEN, "Nothing that you gave vouches for those from 21 to 30");
    }

    @Test
    void anExportWithoutCheckpointsIsNotProven() {
        export.checkpoints.clear();

        TestRun.withKey(export.writeTo(folder)).says(NOT_PROVEN, "No checkpoint is signed by a key that you gave");
        TestRun.of(export.writeTo(folder)).says(NOT_PROVEN, "nothing is proven");
    }

    @Test
    void alteredEventsAfterTheLastCheckpointDoNotFitTheStatedRoot() {
        export.checkpoints.remove(2);
        export.at(25).put("payload", "");

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 21 and 30", "ledger.json");
    }

    @Test
    void afterARotationBothKeysAreNeeded() {
        export.checkpoints.remove(2);
        export.sign(30, TestKey.NEXT);
        export.keys.add(TestKey.NEXT.vkey());
        Path zip = export.writeTo(folder);

        TestRun.withKey(zip).says(NOT_PROVEN, "Up to position 20 the events are proven");
        TestRun.of(zip, "--key", KEY, "--key", TestKey.NEXT.vkey()).says(WHOLE);
        TestRun.of(zip, "--key", TestRun.file(folder, "keys.txt", "# both\n\n" + String.join("\n", export.keys)))
                .says(WHOLE);
    }

    @Test
    void aNoteSignedByOldAndNewKeyIsGoodForEither() {
        export.checkpoints.remove(2);
        export.sign(30, TestKey.LEDGER, TestKey.NEXT);
        Path zip = export.writeTo(folder);

        TestRun.withKey(zip).says(WHOLE);
        TestRun.of(zip, "--key", TestKey.NEXT.vkey()).says(WHOLE);
    }

    @Test
    void anEmptyLedgerIsWholeOnceItsCheckpointSaysSo() {
        export.events.clear();
        export.checkpoints.clear();
        TestRun.withKey(export.describe().writeTo(folder)).says(NOT_PROVEN);
        TestRun.withKey(export.sign(0, TestKey.LEDGER).writeTo(folder)).says(WHOLE, "All 0 events");
    }
}
