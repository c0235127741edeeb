package org.dialogue.standalone;

import java.nio.file.Path;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sends what servers and services log to a file, so that the terminal shows only what people read. */
final class Logs {

    private Logs() {}

    /** Must run before anything logs. */
    static void to(Path file) {
        System.setProperty("dialogue.log", file.toString());
        System.setProperty("logback.configurationFile", "org/dialogue/standalone/logback.xml");
        // Each Spring context would set up logging for the whole process, the last one winning.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
