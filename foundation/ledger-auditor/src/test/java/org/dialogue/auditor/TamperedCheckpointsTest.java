package org.dialogue.auditor;

import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.NOT_PROVEN;
import static org.dialogue.auditor.ExitCode.USAGE;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints, keys and witnesses' signatures are forged, or do not fit. */
class TamperedCheckpointsTest {

    @TempDir
    Path folder;

    private final TestExport export = TestExport.whole();

    @Test
    void aCheckpointThatStandsTwiceIsFound() {
        export.checkpoints.add(2, export.checkpoints.get(1));

        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong checkpoint: of size 20", "checkpoints.ndjson, line 3", "must increase");
    }

    @Test
    void aSecondHistoryUnderTheSameKeyIsFound() {
        TestExport fork = TestExport.whole();
        fork.at(16).put("payload", "");
        fork.rehash(TestKey.LEDGER);
        export.checkpoints.set(1, fork.checkpoints.get(1));

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "First wrong position: between 11 and 20");
    }

    @Test
    void anAlteredNoteIsFound() {
        Map<String, Object> line = export.checkpoints.get(1);
        line.put(
                "note",
                export.note(20).replace(TestExport.base64(export.root(20)), TestExport.base64(export.root(19))));

        TestRun.withKey(export.writeTo(folder))
                .says(
                        ALTERED,
                        "First wrong checkpoint: of size 20",
                        "bears a wrong signature of example.org/ledger+47c1c1b2",
                        "Up to position 10 the events are proven");
    }

    @Test
    void aCheckpointOfAnotherRootThatNobodyKnownSignedIsFoundAsWell() {
        TestExport fork = TestExport.whole();
        fork.at(16).put("payload", "");
        fork.rehash(TestKey.NEXT);
        export.checkpoints.set(1, fork.checkpoints.get(1));

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20");
    }

    @Test
    void aWrongCheckpointIsToldFromWrongEventsByABetterOne() {
        TestExport fork = TestExport.whole();
        fork.at(16).put("payload", "");
        fork.rehash(TestKey.LEDGER);
        String kept = TestRun.file(folder, "kept.txt", export.note(20));
        export.checkpoints.set(1, fork.checkpoints.get(1));

        TestRun.of(export.writeTo(folder), "--key", TestKey.LEDGER.vkey(), "--checkpoint", kept)
                .says(
                        ALTERED,
                        "First wrong checkpoint: of size 20",
                        "than one that is vouched for as well or better",
                        "its holder signed two histories");
    }

    @Test
    void aCheckpointOfAnotherLedgerIsFound() {
        String body = export.body(20).replace("ledger", "other");
        export.checkpoints.get(1).put("note", body + "\n" + TestKey.LEDGER.sign(body));

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "is of another ledger, 'example.org/other'");
    }

    @Test
    void aLineThatStatesAnotherSizeThanItsNoteIsFound() {
        export.checkpoints.get(1).put("size", 21);

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "states another size than its note, 20");
    }

    @Test
    void aTimeOfIssueThatGoesBackIsRemarkedOnOnly() {
        export.checkpoints.get(1).put("issuedAt", "2023-07-12T01:31:10.249Z");

        TestRun.withKey(export.writeTo(folder))
                .says(
                        WHOLE,
                        "Remark       the checkpoint of size 20 (checkpoints.ndjson, line 2) says it was issued before");
    }

    @Test
    void witnessesVouchToo() {
        export.checkpoints.remove(2);
        export.sign(30, TestKey.LEDGER, TestKey.WITNESS);
        Path zip = export.writeTo(folder);

        TestRun.of(zip, "--witness", TestKey.WITNESS.vkey(), "--key", TestKey.LEDGER.vkey())
                .says(
                        WHOLE,
                        "example.org/witness+c5d81110, given",
                        "right signatures: 1, the last at size 30 and at 2023-11-14T22:13:50Z");
        TestRun.of(zip, "--witness", TestKey.WITNESS.vkey()).says(WHOLE);
    }

    @Test
    void aWitnessThatSawNothingIsNamed() {
        TestRun.of(export.writeTo(folder), "--witness", TestKey.WITNESS.vkey(), "--key", TestKey.LEDGER.vkey())
                .says(NOT_PROVEN, "The witness example.org/witness+c5d81110 has cosigned none");
    }

    @Test
    void aWrongCosignatureIsFound() {
        String body = export.body(30);
        export.checkpoints
                .get(2)
                .put("note", body + "\n" + TestKey.LEDGER.sign(body) + TestKey.WITNESS.cosign(export.body(29), 7));

        TestRun.of(export.writeTo(folder), "--witness", TestKey.WITNESS.vkey(), "--key", TestKey.LEDGER.vkey())
                .says(ALTERED, "bears a wrong signature of example.org/witness");
    }

    @Test
    void aCosignatureOfATimeThatIsNoneIsWrong() {
        String body = export.body(30);
        export.checkpoints
                .get(2)
                .put("note", body + "\n" + TestKey.LEDGER.sign(body) + TestKey.WITNESS.cosign(body, 1L << 62));
        export.keys.add(TestKey.WITNESS.vkey());

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "bears a wrong signature of example.org/witness");
    }

    @Test
    void aKeptCosignedCheckpointCountsForItsWitness() {
        String body = export.body(30);
        String kept = TestRun.file(
                folder, "kept.txt", body + "\n" + TestKey.LEDGER.sign(body) + TestKey.WITNESS.cosign(body, 7));

        TestRun.of(export.writeTo(folder), "--witness", TestKey.WITNESS.vkey(), "--checkpoint", kept)
                .says(WHOLE);
    }

    @Test
    void evidenceThatDoesNotFitIsRefused() {
        Path zip = export.writeTo(folder);
        String otherBody = export.body(20).replace("ledger", "other");
        String other = TestRun.file(folder, "other.txt", otherBody + "\n" + TestKey.LEDGER.sign(otherBody));
        String wrong = TestRun.file(folder, "wrong.txt", export.note(20).replace("\n20\n", "\n21\n"));
        TestKey foreign = new TestKey("example.org/other", 1, TestKey.NEXT.seed(), TestKey.NEXT.publicKey());

        TestRun.of(zip, "--checkpoint", other).says(USAGE, "is a checkpoint of the ledger 'example.org/other'");
        TestRun.of(zip, "--checkpoint", wrong)
                .says(USAGE, "bears a wrong signature", "or the key in the export is false");
        TestRun.of(zip, "--checkpoint", wrong, "--key", TestKey.LEDGER.vkey()).says(USAGE, "it is no evidence");
        TestRun.of(zip, "--key", foreign.vkey()).says(USAGE, "no key given is of that ledger");
    }

    @Test
    void aKeptCheckpointOfAnUnknownKeyStillShowsWhatWas() {
        String body = TestExport.whole().body(20);
        String kept = TestRun.file(folder, "kept.txt", body + "\n" + TestKey.NEXT.sign(body));
        export.at(16).put("payload", "");
        export.rehash(TestKey.LEDGER);

        TestRun.of(export.writeTo(folder), "--key", TestKey.LEDGER.vkey(), "--checkpoint", kept)
                .says(ALTERED, "between 1 and 20", "signed by no known key");
    }
}
