package org.dialogue.dialogues.people.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.bson.types.Binary;
import org.dialogue.dialogues.testing.RunningService;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class PeopleRegistryIT extends RunningService {

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EventStore ledger;

    @Test
    void theNameIsBesideHistoryAndItsDigestIsInIt() throws Exception {
        String id = fresh("nga");
        Reply created = register(id, "Le Anh Nga", "").expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/people/" + id);
        assertThat(created.at("/name")).isEqualTo("Le Anh Nga");

        Document kept = kept(id);
        byte[] salt = HexFormat.of().parseHex(kept.getString("salt"));
        assertThat(salt).hasSize(32);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(salt);
        String digest = HexFormat.of().formatHex(sha256.digest("Le Anh Nga".getBytes(StandardCharsets.UTF_8)));
        assertThat(created.at("/nameDigest")).isEqualTo(digest);
        ledger.readEvents(new PersonId(id).toString())
                .forEachRemaining(event -> assertThat(String.valueOf(event.getPayload()))
                        .contains(digest)
                        .doesNotContain("Le Anh Nga"));
        assertThat(storedBytes()).contains(digest).doesNotContain("Le Anh Nga", kept.getString("salt"));
    }

    @Test
    void twoPeopleOfOneNameHaveDifferentDigests() {
        String first =
                register(fresh("hung"), "Hoang Dinh Hung", "").expect(201).at("/nameDigest");
        String second =
                register(fresh("hung"), "Hoang Dinh Hung", "").expect(201).at("/nameDigest");
        assertThat(first).hasSize(64).isNotEqualTo(second);
    }

    @Test
    void anAuditorGetsWhatProvesTheName() {
        String id = fresh("proof");
        register(id, "Kha Van Lap", "").expect(201);
        assertThat(get(AUDITOR, "/api/people/" + id).expect(200).at("/nameSalt"))
                .isEqualTo(kept(id).getString("salt"));
        assertThat(get(DELEGATE, "/api/people/" + id).expect(200).json().has("nameSalt"))
                .isFalse();
        assertThat(get(SECRETARY, "/api/people/" + id).expect(200).json().has("nameSalt"))
                .isFalse();
    }

    @Test
    void anErasedNameIsGoneAtOnceForReadersAndSoonFromTheRegistry() {
        String id = fresh("erased");
        String digest = register(id, "Cao Xuan Diep", "").expect(201).at("/nameDigest");
        awaitListed(id, true);

        Reply erased = post(SECRETARY, "/api/people/" + id + "/name-erasure", "{\"reason\":\"on request\"}")
                .expect(200);
        assertThat(erased.json().has("name")).isFalse();
        assertThat(erased.json().at("/nameErased").asBoolean()).isTrue();
        assertThat(erased.at("/nameDigest")).isEqualTo(digest);
        assertThat(get(AUDITOR, "/api/people/" + id).json().has("nameSalt")).isFalse();
        await().untilAsserted(() -> assertThat(kept(id)).isNull());
        awaitListed(id, false);

        post(SECRETARY, "/api/people/" + id + "/name-erasure", "{\"reason\":\"on request\"}")
                .expect(200);
        post(SECRETARY, "/api/people/" + id + "/name-erasure", "{\"reason\":\"once more\"}")
                .expectProblem(409, "name-erased");
        register(id, "Cao Xuan Diep", "").expectProblem(409, "name-erased");
        assertThat(kept(id)).isNull();
    }

    @Test
    void enteringAgainIsNoHarmUnlessTheNameDiffers() {
        String id = fresh("sao");
        Reply first = register(id, "Tran Van Sao", "").expect(201);
        Reply second = register(id, "Tran Van Sao", "").expect(201);
        assertThat(second.at("/nameDigest")).isEqualTo(first.at("/nameDigest"));
        assertThat(second.eTag()).isEqualTo("\"0\"");
        register(id, "Tran Van Dao", "").expectProblem(409, "exists-with-other-content");
        assertThat(kept(id).getString("name")).isEqualTo("Tran Van Sao");
    }

    @Test
    void nobodyElseLeavesANameInTheRegistry() {
        String id = fresh("stranger");
        post(DELEGATE, "/api/people", "{\"personId\":\"%s\",\"name\":\"X\",\"office\":\"Y\"}".formatted(id))
                .expectProblem(403, "not-permitted");
        assertThat(kept(id)).isNull();
    }

    @Test
    void aPersonMovesToAnotherOffice() {
        String id = fresh("mover");
        String digest = register(id, "Le Viet Hung", "").expect(201).at("/nameDigest");
        Reply moved = post(SECRETARY, "/api/people/" + id + "/office", "{\"office\":\"Chairman\"}")
                .expect(200);
        assertThat(moved.at("/office")).isEqualTo("Chairman");
        assertThat(moved.at("/name")).isEqualTo("Le Viet Hung");
        assertThat(moved.at("/nameDigest")).isEqualTo(digest);
        assertThat(moved.eTag()).isEqualTo("\"1\"");
    }

    @Test
    void everyMistakeIsNamed() {
        post(SECRETARY, "/api/people", "{}").expectInvalid("name not-blank", "office not-blank");
        register(fresh("x"), "x".repeat(501), "").expectInvalid("name size");
        register(fresh("x"), "X", ",\"unit\":\"nowhere\"").expectInvalid("unit unknown-reference");
        register(fresh("x"), "X", ",\"body\":\"nowhere\"").expectInvalid("body unknown-reference");
        post(SECRETARY, "/api/people/nobody/office", "{\"office\":\"Y\"}").expectProblem(404, "unknown");
        post(SECRETARY, "/api/people/nobody/name-erasure", "{\"reason\":\"Y\"}").expectProblem(404, "unknown");
        post(SECRETARY, "/api/people/nobody/name-erasure", "{}").expectInvalid("reason not-blank");
    }

    private void awaitListed(String id, boolean withName) {
        await().untilAsserted(() -> assertThat(
                        get(SECRETARY, "/api/people?limit=200").json().at("/items"))
                .anySatisfy(item -> {
                    assertThat(item.at("/personId").asString()).isEqualTo(id);
                    assertThat(item.has("name")).isEqualTo(withName);
                    assertThat(item.at("/nameErased").asBoolean()).isEqualTo(!withName);
                }));
    }

    private String storedBytes() {
        StringBuilder stored = new StringBuilder();
        for (Document commit : database.getCollection("events").find()) {
            for (Document event : commit.getList("events", Document.class)) {
                stored.append(new String(event.get("payload", Binary.class).getData(), StandardCharsets.UTF_8));
                stored.append(new String(event.get("metadata", Binary.class).getData(), StandardCharsets.UTF_8));
            }
        }
        return stored.toString();
    }

    private Document kept(String id) {
        return database.getCollection("people").find(Filters.eq("_id", id)).first();
    }

    private Reply register(String id, String name, String more) {
        return post(
                SECRETARY,
                "/api/people",
                "{\"personId\":\"%s\",\"name\":\"%s\",\"office\":\"Party Secretary\"%s}".formatted(id, name, more));
    }
}
