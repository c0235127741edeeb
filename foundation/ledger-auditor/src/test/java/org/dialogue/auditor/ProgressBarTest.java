package org.dialogue.auditor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long now;

    @Test
    void onATerminalItIsOneLineThatChanges() {
        ProgressBar bar = bar(true);
        bar.accept(1);
        assertThat(shown.toString(UTF_8)).isEmpty();

        now = Duration.ofSeconds(2).toNanos();
        bar.accept(25_000_000);
        assertThat(shown.toString(UTF_8)).isEqualTo("\r[#######.......................]  25 %  12.5 MB/s  6 s left   ");

        bar.end();
        assertThat(shown.toString(UTF_8)).endsWith(" \r");
    }

    @Test
    void elsewhereItIsAPlainLineNowAndThen() {
        ProgressBar bar = bar(false);
        now = Duration.ofSeconds(9).toNanos();
        bar.accept(45_000_000);
        assertThat(shown.toString(UTF_8)).isEmpty();

        now = Duration.ofSeconds(10).toNanos();
        bar.accept(50_000_000);
        bar.accept(50_000_001);
        bar.end();
        assertThat(shown.toString(UTF_8).lines()).containsExactly(" 50 %  5.0 MB/s  10 s left");
    }

    private ProgressBar bar(boolean isTerminal) {
        return new ProgressBar(new PrintStream(shown, true, UTF_8), isTerminal, 100_000_000, () -> now);
    }
}
