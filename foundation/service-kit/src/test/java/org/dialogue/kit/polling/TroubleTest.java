package org.dialogue.kit.polling;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TroubleTest {

    private final Logger log = (Logger) LoggerFactory.getLogger(TroubleTest.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final FailureTracker trouble = new FailureTracker(log, "Nothing is done");

    @BeforeEach
    void listen() {
        logged.start();
        log.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        log.detachAppender(logged);
    }

    @Test
    void isKnownUntilTheWorkSucceedsAndLoggedOnceEachTime() {
        assertThat(trouble.present()).isEmpty();

        assertThat(trouble.attempt(() -> fail("first"))).isFalse();
        assertThat(trouble.attempt(() -> fail("second"))).isFalse();
        assertThat(trouble.present()).get().extracting(Throwable::getMessage).isEqualTo("second");

        assertThat(trouble.attempt(() -> {})).isTrue();
        assertThat(trouble.present()).isEmpty();

        assertThat(trouble.attempt(() -> fail("third"))).isFalse();
        assertThat(logged.list).hasSize(2).allMatch(event -> event.getLevel() == Level.WARN);
        assertThat(logged.list)
                .extracting(event -> event.getThrowableProxy().getMessage())
                .containsExactly("first", "third");
    }

    private static void fail(String message) {
        throw new IllegalStateException(message);
    }
}
