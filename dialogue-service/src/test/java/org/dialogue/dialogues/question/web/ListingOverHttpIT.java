package org.dialogue.dialogues.question.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.dialogue.dialogues.question.QuestionNumbers;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.dialogues.testing.Scene;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.Reply;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListingOverHttpIT extends Scene {

    @Autowired
    private QuestionNumbers numbers;

    @Test
    void questionsAreNumberedInTheOrderOfRecording() {
        List<String> ids = IntStream.range(0, 3).mapToObj(i -> raised()).toList();

        assertThat(ids.stream().map(id -> numbers.of(new QuestionId(id)))).containsExactly(1L, 2L, 3L);
        assertThat(get(delegate, "/api/questions/" + ids.get(2))
                        .json()
                        .at("/number")
                        .asInt())
                .isEqualTo(3);
        assertThat(numbers.of(new QuestionId("nowhere"))).isNull();
    }

    @Test
    void everybodyListsWhatTheyMayRead() {
        String open = raised();
        String hidden = restricted();
        awaitListed(SECRETARY, "programme=" + programme, open, hidden);

        assertThat(listed(delegate, "programme=" + programme)).containsExactlyInAnyOrder(open, hidden);
        assertThat(listed(officer, "programme=" + programme)).containsExactlyInAnyOrder(open, hidden);
        assertThat(listed(Given.FOREIGN_DELEGATE, "programme=" + programme)).containsExactly(open);
        assertThat(listed(Given.OPERATOR, "programme=" + programme)).isEmpty();
        Reply numbered = get(Given.FOREIGN_DELEGATE, "/api/questions?sort=number&programme=" + programme);
        assertThat(numbered.json().at("/items/0/number").asInt()).isEqualTo(1);
    }

    @Test
    void aListIsFilteredSortedAndReadPageByPage() {
        List<String> ids = IntStream.range(0, 5).mapToObj(i -> raised()).toList();
        post(SECRETARY, "/api/questions/" + ids.get(1) + "/assignments", assigning(fresh("a"), police, "LEAD", "[1]"))
                .expect(200);
        post(SECRETARY, "/api/questions/" + ids.get(4) + "/withdrawal", "{\"reason\":\"settled\"}")
                .expect(200);
        String ours = "programme=" + programme;
        // Each question comes to the list by itself.
        awaitListed(SECRETARY, ours, ids.toArray(String[]::new));
        awaitListed(SECRETARY, ours + "&awaiting=NOTHING", ids.get(4));
        awaitListed(SECRETARY, ours + "&awaiting=ANSWER", ids.get(1));

        assertThat(listed(SECRETARY, ours + "&body=" + police)).containsExactly(ids.get(1));
        assertThat(listed(SECRETARY, ours + "&status=ASSIGNED&status=WITHDRAWN&sort=number"))
                .containsExactly(ids.get(1), ids.get(4));
        assertThat(listed(SECRETARY, ours + "&topic=CADRES")).hasSize(5);
        assertThat(listed(SECRETARY, ours + "&asker=" + person + "&unit=" + unit))
                .hasSize(5);
        assertThat(listed(SECRETARY, ours + "&direction=TO_COMMUNE")).isEmpty();
        assertThat(pages(ours + "&sort=-number&limit=2"))
                .containsExactly(ids.get(4), ids.get(3), ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void aFollowerStandsWhereItsLeadStands() {
        String lead = raised();
        String follower = raised();
        post(SECRETARY, "/api/questions/" + follower + "/group", "{\"lead\":\"%s\"}".formatted(lead))
                .expect(200);
        post(SECRETARY, "/api/questions/" + lead + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expect(200);

        awaitListed(SECRETARY, "status=ASSIGNED&programme=" + programme, lead, follower);
        assertThat(listed(SECRETARY, "status=RAISED&programme=" + programme)).isEmpty();
        assertThat(listed(SECRETARY, "lead=" + lead)).containsExactly(follower);
        assertThat(listed(SECRETARY, "awaiting=NOTHING&programme=" + programme)).containsExactly(follower);
    }

    @Test
    void aFilterRefersToWhatExists() {
        String path = "/api/questions?";
        get(SECRETARY, path + "programme=nowhere").expectInvalid("programme unknown-reference");
        get(SECRETARY, path + "unit=nowhere").expectInvalid("unit unknown-reference");
        get(SECRETARY, path + "body=nowhere").expectInvalid("body unknown-reference");
        get(SECRETARY, path + "asker=nobody").expectInvalid("asker unknown-reference");
        get(SECRETARY, path + "lead=nowhere").expectInvalid("lead unknown-reference");
        get(Given.FOREIGN_DELEGATE, path + "lead=" + restricted()).expectInvalid("lead unknown-reference");
        get(SECRETARY, path + "sort=text").expectInvalid("sort known");
        get(SECRETARY, path + "topic=nothing").expectInvalid("topic unknown-reference");
        get(SECRETARY, path + "topic=cadres,%20housing").expectInvalid("topic unknown-reference");
        get(SECRETARY, path + "status=RAISED,ASSIGNED").expectInvalid("status wrong-type");
        get(SECRETARY, path + "programme=nowhere&unit=nowhere&body=nowhere&topic=nothing&sort=text&limit=0&cursor=x")
                .expectInvalid(
                        "programme unknown-reference",
                        "unit unknown-reference",
                        "body unknown-reference",
                        "topic unknown-reference",
                        "sort known",
                        "limit range",
                        "cursor format");
    }

    @Test
    void todaysVisibilityCounts() {
        String id = restricted();
        get(Given.FOREIGN_DELEGATE, "/api/questions/" + id).expectProblem(404, "unknown");
        Reply opened = post(
                        SECRETARY,
                        "/api/questions/" + id + "/visibility",
                        "{\"visibility\":{\"kind\":\"PUBLIC\"},\"reason\":\"agreed\"}")
                .expect(200);

        assertThat(opened.at("/visibilityChanges/0/reason")).isEqualTo("agreed");
        post(
                        SECRETARY,
                        "/api/questions/" + id + "/visibility",
                        "{\"visibility\":{\"kind\":\"PUBLIC\"},\"reason\":\"once more\"}")
                .expectProblem(409, "visibility-unchanged");
        get(Given.OPERATOR, "/api/questions/" + id).expect(200);
        awaitListed(Given.OPERATOR, "programme=" + programme, id);
        post(delegate, "/api/questions", question(fresh("question"), "\"visibility\":{\"kind\":\"PUBLIC\"}"))
                .expectProblem(403, "not-permitted");
    }

    @Test
    void namesAreForThoseWhoWorkWithThem() {
        String path = "/api/people/" + person;
        Actor policeOfficer = new Actor("police", null, null, null, police, Set.of(Role.OFFICER), null);
        for (Actor reader : new Actor[] {SECRETARY, AUDITOR, chair, delegate}) {
            assertThat(get(reader, path).expect(200).at("/name")).isEqualTo("Name of " + person);
        }
        for (Actor stranger : new Actor[] {policeOfficer, Given.FOREIGN_DELEGATE, Given.OPERATOR}) {
            assertThat(get(stranger, path).expect(200).json().has("name")).isFalse();
        }
        String id = raised();
        post(SECRETARY, "/api/questions/" + id + "/assignments", assigning(fresh("a"), police, "LEAD", "[]"))
                .expect(200);
        await().untilAsserted(
                        () -> assertThat(get(policeOfficer, path).at("/name")).isEqualTo("Name of " + person));
    }

    private String restricted() {
        String id = fresh("question");
        post(
                        delegate,
                        "/api/questions",
                        question(
                                id,
                                "\"visibility\":{\"kind\":\"RESTRICTED\",\"bodies\":[\"%s\"]}".formatted(homeAffairs)))
                .expect(201);
        return id;
    }

    private void awaitListed(Actor reader, String query, String... ids) {
        await().untilAsserted(() -> assertThat(listed(reader, query)).containsExactlyInAnyOrder(ids));
    }

    private List<String> listed(Actor reader, String query) {
        return ids(get(reader, "/api/questions?limit=200&" + query).expect(200));
    }

    private List<String> pages(String query) {
        List<String> all = new ArrayList<>();
        String cursor = "";
        do {
            Reply page = get(SECRETARY, "/api/questions?" + query + cursor).expect(200);
            all.addAll(ids(page));
            cursor = page.json().has("next") ? "&cursor=" + page.at("/next") : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static List<String> ids(Reply page) {
        List<String> ids = new ArrayList<>();
        page.json().at("/items").forEach(item -> ids.add(item.at("/questionId").asString()));
        return ids;
    }
}
