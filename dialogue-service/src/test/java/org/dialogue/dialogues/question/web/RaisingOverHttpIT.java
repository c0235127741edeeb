package org.dialogue.dialogues.question.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RaisingOverHttpIT extends Scene {

    @Autowired
    private EventStore ledger;

    @Test
    void aDelegateRaisesAQuestionAndReadsIt() {
        String id = fresh("question");
        Reply created = post(delegate, "/api/questions", question(id)).expect(201);
        assertThat(created.header("Location")).isEqualTo("/api/questions/" + id);
        assertThat(created.eTag()).isEqualTo("\"0\"");

        Reply read = get(delegate, "/api/questions/" + id).expect(200);
        assertThat(read.eTag()).isEqualTo("\"0\"");
        assertThat(read.at("/status")).isEqualTo("RAISED");
        assertThat(read.at("/asker/id")).isEqualTo(person);
        assertThat(read.at("/visibility/kind")).isEqualTo("INTERNAL");
        assertThat(read.json().at("/number").asInt()).isEqualTo(1);
        assertThat(read.json().at("/parts/1/number").asInt()).isEqualTo(2);
        assertThat(read.json().at("/parts/0/answered").asBoolean()).isFalse();
    }

    @Test
    void historyNamesWhoRecordedItAndForWhom() {
        String own = fresh("question");
        post(delegate, "/api/questions", question(own)).expect(201);
        MetaData asked = ledger.readEvents("question:" + own).next().getMetaData();
        assertThat(asked)
                .containsEntry("subject", delegate.subject())
                .containsEntry("personId", person)
                .containsEntry("unit", unit)
                .containsEntry("office", "Party Secretary")
                .containsKeys("correlationId", "causationId")
                .doesNotContainKey("onBehalfOf");

        String recorded = fresh("question");
        post(SECRETARY, "/api/questions", question(recorded, "\"asker\":\"%s\"".formatted(person)))
                .expect(201);
        assertThat(ledger.readEvents("question:" + recorded).next().getMetaData())
                .containsEntry("subject", SECRETARY.subject())
                .containsEntry("onBehalfOf", person);
    }

    @Test
    void theChairAsksACommune() {
        String id = fresh("question");
        String json = question(id).replace("TO_LEADERSHIP", "TO_COMMUNE");
        assertThat(post(chair, "/api/questions", json).expect(201).at("/asker/id"))
                .isEqualTo(chair.personId());
        post(delegate, "/api/questions", json.replace(id, fresh("question"))).expectProblem(403, "not-permitted");
    }

    @Test
    void askingAgainIsNoHarmUnlessTheContentDiffers() {
        String id = raised();
        assertThat(post(delegate, "/api/questions", question(id)).expect(201).eTag())
                .isEqualTo("\"0\"");
        post(delegate, "/api/questions", question(id, "\"topics\":[\"other\"]"))
                .expectProblem(409, "exists-with-other-content");
    }

    @Test
    void aRepeatIsStillNoHarmAfterTheProgrammeWasConcluded() {
        String id = raised();
        concludeProgramme();
        post(delegate, "/api/questions", question(id)).expect(201);
        post(delegate, "/api/questions", question(fresh("question"))).expectProblem(409, "programme-stage");
    }

    @Test
    void questionsWaitForTheOpening() {
        String closed = fresh("programme");
        announce(closed, 2024);
        String json = question(fresh("question")).replace(programme, closed);
        post(delegate, "/api/questions", json).expectProblem(409, "programme-stage");
        post(SECRETARY, "/api/programmes/" + closed + "/opening", "{}").expect(200);
        post(delegate, "/api/questions", json).expect(201);
    }

    @Test
    void aDelegateSpeaksForTheOwnUnitAlone() {
        String foreign = fresh("commune");
        registerUnit(foreign, "COMMUNE");
        String id = fresh("question");
        post(delegate, "/api/questions", question(id).replace(unit, foreign)).expectProblem(403, "not-permitted");
        Actor other = new Actor("other", "other", null, foreign, null, Set.of(Role.DELEGATE), null);
        post(other, "/api/questions", question(id, "\"asker\":\"%s\"".formatted(person)))
                .expectProblem(403, "not-permitted");
        get(SECRETARY, "/api/questions/" + id).expect(404);
    }

    @Test
    void whoDoesNotAskDoesNotLearnWhatExists() {
        for (Actor actor : new Actor[] {officer, AUDITOR}) {
            post(actor, "/api/questions", question(fresh("question")).replace(programme, "nowhere"))
                    .expectProblem(403, "not-permitted");
        }
    }

    /** The id itself cannot be given twice, so that it is taken has to be told; nothing else is. */
    @Test
    void aTakenIdTellsNothingButThatItIsTaken() {
        String commune = fresh("commune");
        String other = fresh("person");
        registerUnit(commune, "COMMUNE");
        registerPerson(other, "\"unit\":\"%s\"".formatted(commune));
        post(SECRETARY, "/api/programmes/" + programme + "/delegates", "{\"person\":\"%s\"}".formatted(other))
                .expect(200);
        Actor stranger = new Actor("subject-" + other, other, null, commune, null, Set.of(Role.DELEGATE), null);
        String open = raised();
        String hidden = fresh("question");
        post(
                        delegate,
                        "/api/questions",
                        question(
                                hidden,
                                "\"visibility\":{\"kind\":\"RESTRICTED\",\"bodies\":[\"%s\"]}".formatted(police)))
                .expect(201);
        get(stranger, "/api/questions/" + open).expect(200);
        get(stranger, "/api/questions/" + hidden).expectProblem(404, "unknown");

        for (String version : List.of("\"0\"", "\"7\"", "*")) {
            List<Reply> replies = Stream.of(open, hidden)
                    .map(id ->
                            post(stranger, "/api/questions", question(id).replace(unit, commune), "If-Match", version))
                    .toList();
            assertThat(replies).allSatisfy(reply -> {
                reply.expectProblem(409, "exists-with-other-content");
                assertThat(reply.header("ETag")).isEmpty();
            });
            assertThat(replies.get(0).text().replace(open, ""))
                    .isEqualTo(replies.get(1).text().replace(hidden, ""));
        }
        post(stranger, "/api/questions", question(hidden)).expectProblem(403, "not-permitted");
        post(stranger, "/api/questions", question(hidden).replace(unit, "nowhere"))
                .expectInvalid("unit unknown-reference");
    }

    @Test
    void everyMistakeIsNamed() {
        post(delegate, "/api/questions", "{}")
                .expectInvalid(
                        "programmeId not-null",
                        "direction not-null",
                        "unit not-null",
                        "text not-blank",
                        "parts not-empty");
        expectInvalid("\"text\":\"What", "\"text\":\"" + "x".repeat(10_000) + "What", "text size");
        expectInvalid("Let them move up.", " ", "parts[0].text not-blank");
        expectInvalid("\"number\":2", "\"number\":3", "parts[1].number in-order");
        expectInvalid("\"number\":2", "\"number\":\"two\"", "parts[1].number wrong-type");
        expectInvalid("\"cadres\"", "\"ca\\u0007dres\"", "parts[0].topics[0] control-character");
        expectInvalid("TO_LEADERSHIP", "UPWARDS", "direction wrong-type");
        expectInvalid("\"parts\":[", "\"parts\":{", "parts wrong-type");
        expectInvalid(programme, "nowhere", "programmeId unknown-reference");
        post(
                        SECRETARY,
                        "/api/questions",
                        question(fresh("q"))
                                .replace(programme, "nowhere")
                                .replace("\"" + unit + "\"", "\"nowhere\"")
                                .replace("\"number\":2", "\"number\":3"))
                .expectInvalid(
                        "programmeId unknown-reference",
                        "asker unknown-reference",
                        "unit unknown-reference",
                        "parts[1].number in-order");
        String town = fresh("town");
        registerUnit(town, "CITY");
        expectInvalid(unit, town, "unit commune-level");
        post(delegate, "/api/questions", question(fresh("q")).replace(unit, "nowhere"))
                .expectInvalid("unit unknown-reference");
        post(SECRETARY, "/api/questions", question(fresh("q"), "\"asker\":\"nobody\""))
                .expectInvalid("asker unknown-reference");
        post(nameless(Role.SECRETARIAT), "/api/questions", question(fresh("q"))).expectInvalid("asker required");
    }

    @Test
    void everyMistakeInTheFurtherFieldsIsNamed() {
        expectInvalid("\"colour\":1", "colour unknown-field");
        expectInvalid("\"happenedAt\":\"2999-01-01T00:00:00Z\"", "happenedAt not-in-future");
        String tomorrow = question(fresh("q"), "\"happenedAt\":\"2999-01-01T00:00:00Z\"");
        post(delegate, "/api/questions", tomorrow.replace("Let them move up.", " "))
                .expectInvalid("parts[0].text not-blank", "happenedAt not-in-future");
        post(delegate, "/api/questions", tomorrow.replace("\"number\":2", "\"number\":\"two\""))
                .expectInvalid("parts[1].number wrong-type", "happenedAt not-in-future");
        expectInvalid("\"visibility\":{\"kind\":\"RESTRICTED\"}", "visibility.bodies named-exactly-when-restricted");
        expectInvalid(
                "\"visibility\":{\"kind\":\"PUBLIC\",\"bodies\":[\"%s\"]}".formatted(police),
                "visibility.bodies named-exactly-when-restricted");
        expectInvalid(
                "\"visibility\":{\"kind\":\"RESTRICTED\",\"bodies\":[\"%s\",\"nowhere\"]}".formatted(police),
                "visibility.bodies[1] unknown-reference");
        expectInvalid("\"references\":[{\"number\":\"08\"}]", "references[0].title not-blank");
        expectInvalid("\"source\":{\"note\":\"x\"}", "source.document not-blank");
        String file =
                "{\"id\":\"a\",\"fileName\":\"a.pdf\",\"mediaType\":\"application/pdf\",\"sizeBytes\":1,\"sha256\":\"%s\"}"
                        .formatted("0".repeat(64));
        expectInvalid("\"attachments\":[%s,%s]".formatted(file, file), "attachments[1].id unique");
        expectInvalid("\"attachments\":[%s]".formatted(file.replace("0000", "GGGG")), "attachments[0].sha256 pattern");
        expectInvalid(
                "\"attachments\":[%s]".formatted(file.replace(":1,", ":-1,")),
                "attachments[0].sizeBytes positive-or-zero");
        String part = "{\"text\":\"x\"}";
        post(
                        delegate,
                        "/api/questions",
                        question(fresh("q"))
                                .replaceAll("\"parts\":\\[.*]", "\"parts\":[" + (part + ",").repeat(20) + part + "]"))
                .expectInvalid("parts size");
    }

    private static Actor nameless(Role role) {
        return new Actor("nameless", null, null, null, null, Set.of(role), null);
    }

    private void expectInvalid(String more, String fieldAndRule) {
        post(delegate, "/api/questions", question(fresh("q"), more)).expectInvalid(fieldAndRule);
    }

    private void expectInvalid(String right, String wrong, String fieldAndRule) {
        post(
                        SECRETARY,
                        "/api/questions",
                        question(fresh("q"), "\"asker\":\"%s\"".formatted(person))
                                .replace(right, wrong))
                .expectInvalid(fieldAndRule);
    }

    private void concludeProgramme() {
        String path = "/api/programmes/" + programme;
        post(SECRETARY, path + "/session", "{}").expect(200);
        post(chair, path + "/conclusion", "{\"summary\":\"done\"}").expect(200);
    }
}
