package org.dialogue.kit.observability;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;

/** What callers say cannot break a line of the log, nor move the cursor of whoever reads it. */
class SingleLineTest {

    private static final String HOSTILE =
            "\r\n\u001b[31m\u0000\u0008\u007f\u0085\u009b\u2028\u2029\u202e\u2066\u200f\ufeff\ud800";

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x0, 0x7, 0x8, 0xA, 0xD, 0x1B, 0x7F, 0x85, 0x9B, 0x2028, 0x2029, 0x202A, 0x202E, 0x2066, 0x200F, 0x200B,
                0xFEFF, 0xD800, 0xE0001
            })
    void escapesWhatIsNotToBeSeen(int point) {
        assertThat(SingleLine.of("a" + Character.toString(point) + "b")).matches("a\\\\[\\x20-\\x7e]+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "tab\tstays", "Lương thấp, đường Sơn Hải", "e\u0301", "𝒳", "\\n"})
    void leavesTheRest(String text) {
        assertThat(SingleLine.of(text)).isEqualTo(text);
    }

    @Test
    void noEventOfTheLogHasMoreThanOneLineButForStackTraces() throws Exception {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        // What Spring Boot sets before it reads the file.
        context.putProperty("CONSOLE_LOG_CHARSET", "UTF-8");
        PrintStream console = System.out;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(getClass().getResource("/org/dialogue/kit/logback.xml"));
            Logger log = context.getLogger("test");
            log.info("said: {}", HOSTILE);
            log.info("said" + HOSTILE);
            Exception cause = new IllegalArgumentException("cause" + HOSTILE);
            cause.addSuppressed(new IllegalStateException("suppressed" + HOSTILE));
            log.error("failed {}", HOSTILE, new IllegalStateException("outer" + HOSTILE, cause));
        } finally {
            System.setOut(console);
            context.stop();
        }

        String log = written.toString(StandardCharsets.UTF_8);
        assertThat(context.getStatusManager().getCopyOfStatusList().toString()).doesNotContain("ERROR in ");
        assertThat(log.lines().filter(line -> line.contains("said"))).hasSize(2);
        assertThat(log).contains("outer\\r\\n", "cause\\r\\n", "suppressed\\r\\n", "Caused by: ");
        assertThat(log.chars().filter(each -> each != '\n' && each != '\t'))
                .allMatch(each -> each >= ' ' && each < 0x7f);
        assertThat(log.lines().filter(line -> line.startsWith("["))).isEmpty();
    }
}
