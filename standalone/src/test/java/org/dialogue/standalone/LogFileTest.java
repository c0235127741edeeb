package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers say cannot break a line of the demo's log, nor move the cursor of whoever reads it. */
class LogFileTest {

    private static final String HOSTILE = "\r\nFORGED\u001b[31m\u0000\u2028FORGED\u202e";

    @Test
    void keepsMessagesAndExceptionsToOneLine(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("demo.log");
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("dialogue.log", file.toString());
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(getClass().getResource("/org/dialogue/standalone/logback.xml"));
            context.getLogger("test").info("said {}", HOSTILE);
            context.getLogger("org.apache.coyote.http11.Http11Processor")
                    .info("no HTTP", new IllegalStateException("x"));
            context.getLogger("org.apache.tomcat.util.http.Parameters")
                    .info("no query", new IllegalStateException("x"));
            context.getLogger("org.axonframework.modelling.command.AbstractRepository")
                    .warn("no such id", new IllegalStateException("x"));
            context.getLogger("test").error("failed", new IllegalStateException("thrown" + HOSTILE));
        } finally {
            context.stop();
        }

        String log = Files.readString(file);
        assertThat(log).doesNotContain("no HTTP", "no query", "no such id");
        assertThat(log).contains("said \\r\\nFORGED\\u{1b}[31m", "IllegalStateException: thrown\\r\\nFORGED");
        assertThat(log.lines().filter(line -> line.startsWith("FORGED"))).isEmpty();
        assertThat(log.chars()).noneMatch(each -> each == 0x1b || each == 0 || each == 0x2028 || each == 0x202e);
    }
}
