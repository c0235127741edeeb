package org.dialogue.reports.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32C;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalsIT extends RunningService {

    private static final Actor SECRETARIAT = TestActors.secretariat();

    @BeforeEach
    void ready() {
        awaitViews();
    }

    @ParameterizedTest
    @CsvSource({
        "open-commitments?body=No spaces, body, format",
        "open-commitments?body=nobody, body, unknown-reference",
        "open-commitments?unit=atlantis, unit, unknown-reference",
        "open-commitments?programme=1923, programme, unknown-reference",
        "open-commitments?state=LOST, state, wrong-type",
        "open-commitments?state=IMPLEMENTED, state, one-of",
        "open-commitments?late=perhaps, late, wrong-type",
        "open-commitments?sort=beauty, sort, one-of",
        "open-commitments?limit=0, limit, range",
        "open-commitments?limit=201, limit, range",
        "open-commitments?limit=many, limit, wrong-type",
        "open-commitments?cursor=nonsense, cursor, format",
        "open-commitments?cursor=****, cursor, format",
        "coverage?state=FORGOTTEN, state, wrong-type",
        "coverage?state=owed, state, wrong-type",
        "coverage?asOf=2023-11-02, asOf, unknown-parameter",
        "open-commitments?bdy=police, bdy, unknown-parameter",
        "counts?by=BODY&asOf=2023-11-02, asOf, unknown-parameter",
        "coverage?topic=unheard-of, topic, unknown-reference",
        "coverage?sort=beauty, sort, one-of",
        "open-commitments?topic=unheard-of, topic, unknown-reference",
        "coverage?owedBy=nobody, owedBy, unknown-reference",
        "coverage?unit=atlantis, unit, unknown-reference",
        "coverage?cursor=nonsense, cursor, format",
        "counts, by, required",
        "counts?by=COLOUR, by, wrong-type",
        "counts?by=BODY&programme=1923, programme, unknown-reference",
        "questions/-not-an-id-/timeline, id, format",
    })
    void aParameterThatMakesNoSenseIsNamed(String query, String parameter, String rule) {
        Reply reply = get("/api/reports/" + query.replace(" ", "%20"), SECRETARIAT);

        assertThat(reply.status()).as(reply.text()).isEqualTo(400);
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo(parameter);
        assertThat(reply.json().at("/errors/0/rule").asString()).isEqualTo(rule);
    }

    @Test
    void aCursorOfAnotherOrderIsRefused() {
        String cursor = cursorOf("due", "", "");

        Reply reply = get("/api/reports/open-commitments?sort=-due&cursor=" + cursor, SECRETARIAT);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/detail").asString()).contains("sorted by due");
        assertThat(get("/api/reports/open-commitments?sort=due&cursor=" + cursor, SECRETARIAT)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCursorThatWasCutShortOrMadeUpIsRefused() {
        String cursor = cursorOf("due", "0000", "c5");

        for (String wrong : List.of(
                cursor.substring(0, cursor.length() - 1),
                cursor.substring(1),
                Base64.getUrlEncoder().withoutPadding().encodeToString("due\n\n\n0".getBytes(UTF_8)))) {
            Reply reply = get("/api/reports/open-commitments?cursor=" + wrong, SECRETARIAT);
            assertThat(reply.status()).as(wrong).isEqualTo(400);
            assertThat(reply.json().at("/errors/0/field").asString()).isEqualTo("cursor");
        }
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        Reply reply = get(
                "/api/reports/open-commitments?body=nobody&unit=atlantis&topic=unheard-of&sort=beauty&limit=0"
                        + "&cursor=nonsense",
                SECRETARIAT);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("body", "unit", "topic", "sort", "limit", "cursor");
    }

    /** As a page sorted in that order would hand it out after an item of that key and id. */
    private static String cursorOf(String sorting, String key, String id) {
        String fields = String.join("\n", sorting, key, id);
        CRC32C sum = new CRC32C();
        sum.update(fields.getBytes(UTF_8));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((fields + "\n" + Long.toHexString(sum.getValue())).getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"questions/never-raised/timeline", "views/never-kept"})
    void whatDoesNotExistIsNotFound(String path) {
        assertThat(get("/api/reports/" + path, SECRETARIAT).status()).isEqualTo(404);
    }
}
