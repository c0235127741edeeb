package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.web.KeptAnswers.Verdict.FIRST;
import static org.dialogue.kit.web.KeptAnswers.Verdict.OTHER_BODY;
import static org.dialogue.kit.web.KeptAnswers.Verdict.REPEATED;
import static org.dialogue.kit.web.KeptAnswers.Verdict.UNDER_WAY;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.dialogue.embedded.TestServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptAnswersIT {

    /** Far ahead: a real server removes by its own clock what is older than a day. */
    private static final Instant NOW = Instant.parse("2126-11-22T02:00:00Z");

    private static final RequestKey KEY = key("body");

    private MongoClient client;
    private String database;

    @BeforeEach
    void connect() {
        client = MongoClients.create(TestServers.mongoUri());
        database = "kept_" + UUID.randomUUID().toString().replace("-", "");
    }

    @AfterEach
    void disconnect() {
        client.getDatabase(database).drop();
        client.close();
    }

    @Test
    void letsTheFirstThroughAndHoldsTheSecondBack() {
        KeptAnswers answers = at(NOW);

        assertThat(answers.claim(KEY).verdict()).isEqualTo(FIRST);
        assertThat(answers.claim(KEY).verdict()).isEqualTo(UNDER_WAY);
        assertThat(answers.claim(key("another body")).verdict()).isEqualTo(OTHER_BODY);
    }

    @Test
    void repeatsTheAnswer() {
        KeptAnswers answers = at(NOW);
        answers.claim(KEY);
        answers.keep(KEY, new Answer(201, Map.of("ETag", "\"0\""), "{}".getBytes(StandardCharsets.UTF_8)));

        KeptAnswers.Claim repeated = answers.claim(KEY);

        assertThat(repeated.verdict()).isEqualTo(REPEATED);
        assertThat(repeated.answer()).hasValueSatisfying(answer -> {
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.headers()).containsEntry("ETag", "\"0\"");
            assertThat(answer.body()).asString().isEqualTo("{}");
        });
    }

    @Test
    void letsAFailedRequestBeTriedAgain() {
        KeptAnswers answers = at(NOW);
        answers.claim(KEY);
        answers.release(KEY);

        assertThat(answers.claim(KEY).verdict()).isEqualTo(FIRST);
    }

    @Test
    void handsTheRequestOfADeadProcessToExactlyOneOther() {
        at(NOW).claim(KEY);

        KeptAnswers later = at(NOW.plusSeconds(31));
        assertThat(later.claim(KEY).verdict()).isEqualTo(FIRST);
        assertThat(later.claim(KEY).verdict()).isEqualTo(UNDER_WAY);
    }

    private KeptAnswers at(Instant now) {
        return new KeptAnswers(
                client.getDatabase(database).getCollection("idempotency"),
                Clock.fixed(now, ZoneOffset.UTC),
                Duration.ofDays(1),
                Duration.ofSeconds(30));
    }

    private static RequestKey key(String body) {
        return RequestKey.of("me", "POST", "/api/papers", "key", body.getBytes(StandardCharsets.UTF_8));
    }
}
