package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of the program, in this process, and what it said.
 */
record TestRun(ExitCode code, String out, String err) {

    static TestRun of(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code = new LedgerAuditor(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false)
                .run(words);
        return new TestRun(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    static TestRun of(Path export, String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.add(export.toString());
        return of(words);
    }

    /** Runs with the ledger's key, as an auditor should. */
    static TestRun withKey(Path export) {
        return of(export, "--key", TestKey.LEDGER.vkey());
    }

    static String file(Path folder, String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestRun says(ExitCode expected, String... parts) {
        assertThat(code).as(out + err).isEqualTo(expected);
        for (String part : parts) {
            assertThat(out + err).contains(part);
        }
        assertThat(err).doesNotContain("Exception", "\tat ");
        return this;
    }
}
