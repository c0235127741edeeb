package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.auditor.ExitCode.FAILED;
import static org.dialogue.auditor.ExitCode.NOT_PROVEN;
import static org.dialogue.auditor.ExitCode.UNREADABLE;
import static org.dialogue.auditor.ExitCode.USAGE;
import static org.dialogue.auditor.ExitCode.WHOLE;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void tellsHowItIsUsed() {
        TestRun.of(List.of("--help")).says(WHOLE, "java -jar ledger-auditor.jar [options] export.zip", "Exit codes");
    }

    @Test
    void exitCodesAreThoseOfThePage() {
        assertThat(ExitCode.values()).extracting(ExitCode::number).containsExactly(0, 1, 2, 3, 64, 70);
    }

    @Test
    void wrongArgumentsAreNamed() {
        TestRun.of(List.of()).says(USAGE, "Exactly one export is needed, and 0 were given.");
        TestRun.of(List.of("a.zip", "b.zip")).says(USAGE, "and 2 were given");
        TestRun.of(List.of("--loud", "a.zip")).says(USAGE, "There is no option --loud.");
        TestRun.of(List.of("a.zip", "--key")).says(USAGE, "--key needs a value.");
        TestRun.of(List.of("--event", folder.resolve("x").toString(), "a.zip")).says(USAGE, "There is no file");
        TestRun.of(List.of("--event", TestRun.file(folder, "e", "{}"), "a.zip"))
                .says(USAGE, "--event goes with --proof.");
        TestRun.of(List.of("--proof", TestRun.file(folder, "p", "{}"), "a.zip"))
                .says(USAGE, "No export goes with a proof, and 1 were given.");
        TestRun.of(List.of("a\0.zip")).says(USAGE, "is no name of a file");
    }

    @Test
    void unusableKeysAndCheckpointsAreNamed() {
        Path zip = TestExport.whole().writeTo(folder);
        String empty = TestRun.file(folder, "empty.txt", "# nothing\n");
        String broken = TestRun.file(folder, "broken.txt", TestKey.LEDGER.vkey() + "x\n");

        TestRun.of(zip, "--key", "nothing").says(USAGE, "There is no file 'nothing', and as a key");
        TestRun.of(zip, "--key", "a\0b").says(USAGE, "There is no file 'a?b'");
        TestRun.of(zip, "--key", empty).says(USAGE, "holds no key of a ledger");
        TestRun.of(zip, "--key", broken).says(USAGE, "broken.txt", "is no base64");
        TestRun.of(zip, "--key", TestKey.WITNESS.vkey()).says(USAGE, "is no key of a ledger");
        TestRun.of(zip, "--witness", TestKey.LEDGER.vkey()).says(USAGE, "is no key of a witness");
        TestRun.of(zip, "--checkpoint", "nothing").says(USAGE, "There is no file 'nothing' that can be read");
        TestRun.of(zip, "--checkpoint", empty).says(USAGE, "holds no checkpoint");
        TestRun.of(zip, "--checkpoint", zip.toString()).says(USAGE, "is not UTF-8");
    }

    @Test
    void whatEditorsAddToKeysAndCheckpointsDoesNoHarm() {
        TestExport export = TestExport.whole();
        String note = export.note(30);
        String key = TestRun.file(folder, "key.txt", "\ufeff# key\r\n" + TestKey.LEDGER.vkey() + "\r\n");
        String kept = TestRun.file(
                folder, "kept.txt", note.substring(0, note.length() - 1).replace("\n", "\r\n"));

        TestRun.of(export.writeTo(folder), "--key", key, "--checkpoint", kept)
                .says(WHOLE, "right signatures: 4, the last at size 30");
    }

    @Test
    void aKeyBehindACarriageReturnInACommentIsNone() {
        String key = TestRun.file(folder, "key.txt", "# \r" + TestKey.LEDGER.vkey() + "\n");

        TestRun.of(TestExport.whole().writeTo(folder), "--key", key).says(USAGE, "holds no key of a ledger");
    }

    @Test
    void anErrorIsNoVerdict() {
        PrintStream broken = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8) {
            @Override
            public void println(String line) {
                throw new StackOverflowError("An error on purpose");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        LedgerAuditor auditor = new LedgerAuditor(broken, new PrintStream(err, true, UTF_8), false);

        assertThat(auditor.run(List.of(TestExport.whole().writeTo(folder).toString())))
                .isEqualTo(FAILED);
        assertThat(err.toString(UTF_8)).contains("nothing is said of the export");
    }

    @Test
    void aFileThatIsNotThereIsNoExport() {
        TestRun.of(folder.resolve("missing.zip")).says(UNREADABLE, "There is no file");
        TestRun.of(folder).says(UNREADABLE, "There is no file");
    }

    @Test
    void quietSaysTheVerdictOnly() {
        TestRun run = TestRun.of(TestExport.whole().writeTo(folder), "--quiet");

        assertThat(run.code()).isEqualTo(NOT_PROVEN);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().findFirst()).contains("NOTHING WRONG, BUT NOT PROVEN");
    }
}
