package org.dialogue.auditor;

import static org.dialogue.auditor.ExitCode.ALTERED;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of an export are changed by somebody who does not have the ledger's key. */
class TamperedEventsTest {

    @TempDir
    Path folder;

    private final TestExport export = TestExport.whole();

    @Test
    void aWholeExportIsCalledSo() {
        TestRun.withKey(export.writeTo(folder))
                .says(
                        WHOLE,
                        "WHOLE AND UNALTERED",
                        "All 30 events",
                        "The last checkpoint was issued at 2023-07-12T01:31:30.250Z",
                        "Ledger       example.org/ledger",
                        "recorded from 2023-07-12T01:30:02.250Z to 2023-07-12T01:30:30.250Z",
                        TestExport.base64(export.root(30)),
                        "example.org/ledger+47c1c1b2, given",
                        "SHA-256 21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9",
                        "right signatures: 3, the last at size 30");
    }

    @ParameterizedTest
    @CsvSource({
        "id, e-x",
        "name, thing-undone",
        "revision, 2",
        "aggregateType, Other",
        "timestamp, 2023-07-12T01:30:16.251Z",
        "payload, e30=",
        "metadata, ''",
    })
    void anAlteredFieldIsFoundBetweenTwoCheckpoints(String field, String value) {
        export.at(16).put(field, value);

        TestRun.withKey(export.writeTo(folder))
                .says(
                        ALTERED,
                        "First wrong position: between 11 and 20",
                        "the checkpoint of size 20 (checkpoints.ndjson, line 2)",
                        "Up to position 10 the events are proven");
    }

    @Test
    void anAlteredTimeOfRecordingIsFound() {
        export.at(16).merge("recordedAt", 1, (before, one) -> (Long) before + 1);

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20");
    }

    @Test
    void anAlteredFirstAndLastEventAreFound() {
        export.at(1).put("payload", "");
        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 1 and 10");

        TestExport other = TestExport.whole();
        other.at(30).put("payload", "");
        TestRun.withKey(other.writeTo(folder)).says(ALTERED, "between 21 and 30");
    }

    @Test
    void whatIsOnlySaidOfACopysOriginIsNotProven() {
        export.at(16).put("origin", Map.of("source", "forged", "position", 99, "recordedAt", 1));

        TestRun.withKey(export.writeTo(folder)).says(WHOLE);
    }

    @Test
    void adjustingTheUnsignedRootDoesNotHelp() {
        export.at(16).put("payload", "");
        export.describe();

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20");
    }

    @Test
    void aDeletedEventIsMissed() {
        export.events.remove(15);

        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong position: 16", "position 16 is missing: position 17 follows 15");
    }

    @Test
    void aDeletedEventIsMissedInItsAggregateThoughTheRestIsRenumbered() {
        export.events.remove(15);
        export.renumber().describe();

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20", "it has sequence 4");
    }

    @Test
    void aDeletedEventIsMissedInItsAggregateThoughTheCheckpointsAreGone() {
        export.events.remove(15);
        export.renumber().describe();
        export.checkpoints.clear();

        TestRun.withKey(export.writeTo(folder))
                .says(
                        ALTERED,
                        "First wrong position: between 1 and 20",
                        "it has sequence 4 in its aggregate 'th\u00ed-1', where 3 should follow");
    }

    @Test
    void deletedLastEventsAreMissed() {
        export.events.subList(27, 30).clear();
        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong position: 28", "the export states 30 events, and ends here");

        export.describe();
        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong position: 28", "the checkpoint of size 30 (checkpoints.ndjson, line 3)");
    }

    @Test
    void swappedLinesAreFound() {
        Collections.swap(export.events, 15, 16);

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "First wrong position: 16", "position 17 follows 15");
    }

    @Test
    void swappedEventsAreFoundThoughRenumbered() {
        Object first = export.at(16).put("recordedAt", export.at(17).get("recordedAt"));
        Collections.swap(export.events, 15, 16);
        export.at(16).put("recordedAt", first);
        export.renumber().describe();

        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20");
    }

    @Test
    void anInsertedEventIsFound() {
        Map<String, Object> inserted = new LinkedHashMap<>(TestExport.event(16));
        inserted.putAll(Map.of("id", "e-new", "aggregateType", "", "aggregateId", "e-new", "sequence", 0));
        export.events.add(16, inserted);
        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong position: 17", "position 16 stands where 17 should be");

        export.renumber().describe();
        TestRun.withKey(export.writeTo(folder)).says(ALTERED, "between 11 and 20");
    }

    @Test
    void anEventTooManyIsFound() {
        export.events.add(TestExport.event(31));

        TestRun.withKey(export.writeTo(folder))
                .says(ALTERED, "First wrong position: 31", "the export states 30 events, and there are more");
    }

    @Test
    void eventsThatWereNeverInOrderAreFoundThoughTheyAreSigned() {
        export.at(16).put("recordedAt", 1);
        TestRun.withKey(export.rehash(TestKey.LEDGER).writeTo(folder))
                .says(
                        ALTERED,
                        "First wrong position: between 11 and 16",
                        "it was recorded at 1970-01-01T00:00:00.001Z");

        TestExport doubled = TestExport.whole();
        doubled.at(16).put("id", "e-7");
        TestRun.withKey(doubled.rehash(TestKey.LEDGER).writeTo(folder))
                .says(ALTERED, "First wrong position: between 11 and 16", "its id 'e-7' is that of position 7");

        TestExport skipped = TestExport.whole();
        skipped.at(16).put("sequence", 4);
        TestRun.withKey(skipped.rehash(TestKey.LEDGER).writeTo(folder))
                .says(ALTERED, "First wrong position: between 11 and 16", "it has sequence 4", "where 3 should follow");
    }
}
