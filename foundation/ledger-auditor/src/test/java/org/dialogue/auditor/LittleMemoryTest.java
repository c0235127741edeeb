package org.dialogue.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dialogue.auditor.audit.Audit;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.audit.Outcome;
import org.dialogue.auditor.export.ExportFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LittleMemoryTest {

    @TempDir
    Path folder;

    @Test
    void saysUpToWhereItCouldCompareIds() throws Exception {
        TestExport many = new TestExport();
        for (int position = 1; position <= 6_000; position++) {
            many.events.add(TestExport.event(position));
        }
        many.describe().sign(6_000, TestKey.LEDGER);

        try (ExportFile export = ExportFile.open(many.writeTo(folder))) {
            Outcome outcome = new Audit(export, Evidence.NONE, 100_000, bytes -> {}).run();
            Verdict verdict = Verdict.of(outcome, Evidence.NONE);

            assertThat(outcome.finding()).isNull();
            assertThat(outcome.comparedTo()).isBetween(500L, 5_000L);
            assertThat(verdict.code()).isEqualTo(ExitCode.NOT_PROVEN);
            assertThat(verdict.reasons())
                    .anyMatch(reason -> reason.contains(
                            "compare ids and sequences up to position " + outcome.comparedTo() + " only"));
        }
    }
}
