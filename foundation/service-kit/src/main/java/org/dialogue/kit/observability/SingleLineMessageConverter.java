package org.dialogue.kit.observability;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of a log line, in one line whatever callers put into it. Named in {@code logback.xml}. */
public final class SingleLineMessageConverter extends MessageConverter {

    /** Explains to an operator, over several lines, why a start failed; says nothing of callers. */
    private static final String EXPLAINS_STARTS = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return message == null || EXPLAINS_STARTS.equals(event.getLoggerName()) ? message : SingleLine.of(message);
    }
}
