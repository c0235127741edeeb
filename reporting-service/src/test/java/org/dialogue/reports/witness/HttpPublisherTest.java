package org.dialogue.reports.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPublisherTest {

    private static final byte[] ROOT = Leaves.of(3).headAt(3).root();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer server;

    /** What is not among the answers is not found; an answer that is an address is a redirect. */
    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String answer = answers.get(exchange.getRequestURI().getPath());
            byte[] body = answer == null ? new byte[0] : answer.getBytes(UTF_8);
            boolean redirect = answer != null && answer.startsWith("/");
            if (redirect) {
                exchange.getResponseHeaders().add("Location", answer);
            }
            int status = redirect ? 302 : answer == null ? 404 : 200;
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void readsTheRootAtASize() {
        answers.put("/api/ledger/tree/3", head(3, ROOT));

        assertThat(publisher(url()).rootAt(3))
                .hasValueSatisfying(root -> assertThat(root).isEqualTo(ROOT));
    }

    @Test
    void tellsALedgerThatIsTooSmallFromOneThatDoesNotServe() {
        answers.put("/api/ledger/tree", head(2, ROOT));
        assertThat(publisher(url()).rootAt(3)).isEmpty();

        answers.put("/api/ledger/tree", head(3, ROOT));
        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).rootAt(3))
                .withMessageContaining("404");

        answers.remove("/api/ledger/tree");
        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).rootAt(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "{\"size\":3}",
                "{\"size\":3,\"root\":\"AAAA\"}",
                "{\"size\":3,\"root\":\"*\"}"
            })
    void takesNothingButATree(String answer) {
        answers.put("/api/ledger/tree/3", answer);

        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).rootAt(3));
    }

    @Test
    void takesNoTreeOfAnotherSize() {
        answers.put("/api/ledger/tree/3", head(4, ROOT));

        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).rootAt(3))
                .withMessageContaining("size 4 when asked for 3");
    }

    @Test
    void isNotSentElsewhere() {
        answers.put("/api/ledger/tree/3", "/elsewhere");
        answers.put("/elsewhere", head(3, ROOT));

        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).rootAt(3));
    }

    @Test
    void readsKeysAndPassesOverComments() {
        VerifierKey key = SigningKey.generate("a/b").verifierKey();
        answers.put("/api/ledger/keys", "# ours\n\n" + key.text() + "\n");

        assertThat(publisher(url()).keys()).containsExactly(key);

        answers.put("/api/ledger/keys", "<html>");
        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(url()).keys());
    }

    @Test
    void saysThatNobodyAnswersOrNoAddressIsKnown() {
        URI gone = url();
        server.stop(0);

        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(gone).rootAt(3))
                .withMessageContaining("does not answer");
        assertThatExceptionOfType(Publisher.Unreachable.class)
                .isThrownBy(() -> publisher(null).keys())
                .withMessageContaining("not configured");
    }

    @Test
    void doesNotPassForSilentWhenItIsTheWitnessThatIsStopped() {
        answers.put("/api/ledger/tree/3", head(3, ROOT));
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> publisher(url()).rootAt(3)).isNotInstanceOf(Publisher.Unreachable.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static Publisher publisher(@Nullable URI url) {
        return new HttpPublisher(HttpPublisher.newClient(), new Source("b", "a/b", "a.b.checkpoints", url, List.of()));
    }

    private static String head(long size, byte[] root) {
        return "{\"size\":%d,\"root\":\"%s\"}"
                .formatted(size, Base64.getEncoder().encodeToString(root));
    }
}
