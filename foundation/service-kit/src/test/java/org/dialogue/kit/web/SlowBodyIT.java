package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.kit.testing.TestTokens;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Callers whose bodies come slowly, or not to an end, where there are fewer threads than such callers. */
@ServiceTest(
        classes = SampleService.class,
        properties = {
            "server.tomcat.threads.max=2",
            "server.tomcat.threads.min-spare=1",
            "server.tomcat.connection-timeout=1s",
            "dialogue.web.body-within=3s"
        })
@ExtendWith(OutputCaptureExtension.class)
class SlowBodyIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();
    private static final String GOOD = saying("of age");

    @LocalServerPort
    int port;

    @Autowired
    EventLedger ledger;

    @Test
    void whoSendsNothingIsCutOffAndHoldsNoThread(CapturedOutput log) throws IOException {
        List<Socket> silent = IntStream.range(0, 6).mapToObj(any -> begun(100)).toList();

        assertRefused(silent);

        Caller.as(port, SECRETARIAT).post("/api/papers", GOOD).expect(201);
        assertNoTrace(log);
    }

    @Test
    void whoDripsIsCutOffAsWell(CapturedOutput log) throws IOException {
        List<Socket> dripping =
                IntStream.range(0, 3).mapToObj(any -> begun(10_000)).toList();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> dripping.stream().noneMatch(SlowBodyIT::drips));

        Caller.as(port, SECRETARIAT).post("/api/papers", GOOD).expect(201);
        assertNoTrace(log);
    }

    @Test
    void strangersWhoDripAreCutOffToo(CapturedOutput log) throws IOException {
        List<Socket> dripping = IntStream.range(0, 3)
                .mapToObj(any -> begun("Authorization: Bearer nonsense", 10_000))
                .toList();

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> dripping.stream().noneMatch(SlowBodyIT::drips));

        assertNoTrace(log);
    }

    @Test
    void whoGoesAwayInTheMiddleLeavesNothing(CapturedOutput log) throws IOException {
        String body = saying("cut short");
        sayAndLeave(body.substring(0, body.length() - 1), body.length());

        Caller.as(port, SECRETARIAT).post("/api/papers", GOOD).expect(201);
        assertThat(recorded("cut short")).isZero();
        assertNoTrace(log);
    }

    @Test
    void whoDoesNotWaitForTheAnswerLeavesNoTraceInTheLog(CapturedOutput log) throws IOException {
        String body = saying("not awaited");
        sayAndLeave(body, body.length());

        Caller.as(port, SECRETARIAT).post("/api/papers", GOOD).expect(201);
        assertThat(recorded("not awaited")).isLessThanOrEqualTo(6);
        assertNoTrace(log);
    }

    private static String saying(String reason) {
        return "{\"reason\":\"" + reason + "\"}";
    }

    /** Six times, in turn by resetting the connection and by ending it. */
    private void sayAndLeave(String words, int length) throws IOException {
        for (int i = 0; i < 6; i++) {
            try (Socket gone = begun(length)) {
                gone.setSoLinger(i % 2 == 0, 0);
                send(gone, words);
            }
        }
    }

    private long recorded(String reason) {
        try (Stream<RecordedEvent> all = ledger.readAfter(0)) {
            return all.map(each -> new String(each.event().payload(), StandardCharsets.UTF_8))
                    .filter(payload -> payload.contains(reason))
                    .count();
        }
    }

    private static void assertRefused(List<Socket> callers) throws IOException {
        for (Socket caller : callers) {
            caller.setSoTimeout(60_000);
            try (caller) {
                assertThat(new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400")
                        .contains("Connection: close", "incomplete-body");
            }
        }
    }

    private static void assertNoTrace(CapturedOutput log) {
        // Every trace of a request leads through the container; other services of this JVM write here too.
        assertThat(log.getOut() + log.getErr()).doesNotContain("\tat org.apache.catalina", "\tat org.apache.coyote");
    }

    private static boolean drips(Socket socket) {
        try {
            send(socket, " ");
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }

    /** A connection on which headers were sent and the body is still to come. */
    private Socket begun(int length) {
        return begun("Authorization: " + TestTokens.bearer(SECRETARIAT), length);
    }

    private Socket begun(String authorization, int length) {
        try {
            Socket socket = new Socket("localhost", port);
            send(
                    socket,
                    String.join(
                            "\r\n",
                            "POST /api/papers HTTP/1.1",
                            "Host: localhost",
                            authorization,
                            "Content-Type: application/json",
                            "Content-Length: " + length,
                            "",
                            ""));
            return socket;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
