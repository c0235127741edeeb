package org.dialogue.kit.projections;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.kit.testing.Patience.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.consuming.TopicHistory;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.projections.AggregateProjection.OwnHistory;
import org.dialogue.kit.projections.ReferenceProjection.ReceivedHistory;
import org.dialogue.kit.sample.KnownGroups;
import org.dialogue.kit.sample.KnownGroups.KnownGroup;
import org.dialogue.kit.sample.PaperCommand.AmendPaper;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.PaperLists;
import org.dialogue.kit.sample.PaperLists.ListedPaper;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Documents that went wrong, or are of another build, are computed anew from the events. */
@ServiceTest(classes = SampleService.class, properties = "sample.test=rebuilding")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildingIT {

    private static final Instant AT = Instant.parse("2023-07-12T01:30:00Z");

    @LocalServerPort
    int port;

    @Autowired
    DialogueProperties properties;

    @Autowired
    CommandDispatch commands;

    @Autowired
    MongoDatabase database;

    @Autowired
    PaperLists lists;

    @Autowired
    KnownGroups known;

    @Autowired
    EventLedger ledger;

    @Autowired
    AggregateReaders aggregates;

    @Autowired
    TopicHistory topics;

    @Autowired
    LedgerEventReader reader;

    private OtherService other;

    @BeforeAll
    void setUp() {
        other = new OtherService(properties.topic("other.events"), "other-service");
    }

    @AfterAll
    void tearDown() {
        other.close();
    }

    @Test
    void anOperatorHasAListRebuiltFromTheLedger() {
        ListedPaper paper = filed("a1");
        ListedPaper gone = filed("a2");
        database.getCollection("paper_list")
                .updateOne(eq("_id", "a1"), Updates.combine(set("version", 0L), set("entry", "{\"broken")));
        database.getCollection("paper_list").deleteOne(eq("_id", "a2"));
        database.getCollection("paper_list").insertOne(new Document("_id", "nobody's"));

        Reply reply = operator().post("/api/projections/paper_list/rebuild", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("removed").asInt()).isEqualTo(1);
        assertThat(reply.json().path("failed").asInt()).isZero();
        assertThat(lists.papers.find(new QuestionId("a1"))).contains(paper);
        assertThat(lists.papers.find(new QuestionId("a2"))).contains(gone);
        assertThat(database.getCollection("paper_list").countDocuments(eq("_id", "nobody's")))
                .isZero();
        commands.sendAs(TestActors.secretariat(), new AmendPaper(new QuestionId("a1"), "later", AT));
        await().until(() ->
                lists.papers.find(new QuestionId("a1")).orElseThrow().changes() == paper.changes() + 1);
    }

    @Test
    void anOperatorHasReferenceDataRebuiltFromTheTopic() {
        KnownGroup group = told("b1");
        database.getCollection("known_groups").updateOne(eq("_id", "b1"), set("entry", "{\"leads\":[\"invented\"]}"));

        Reply reply = operator().post("/api/projections/known_groups/rebuild", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(known.groups.find(new QuestionId("b1"))).contains(group);
    }

    @Test
    void onlyOperatorsRebuild() {
        for (var actor : List.of(TestActors.auditor(), TestActors.secretariat(), TestActors.chair())) {
            assertThat(Caller.as(port, actor)
                            .post("/api/projections/paper_list/rebuild", "")
                            .status())
                    .isEqualTo(403);
            assertThat(Caller.as(port, actor).get("/api/projections").status()).isEqualTo(403);
        }
        assertThat(operator().post("/api/projections/tokens/rebuild", "").status())
                .isEqualTo(404);
        assertThat(operator().get("/api/projections").text())
                .contains("\"name\":\"paper_list\"", "\"name\":\"known_groups\"", "\"current\":true");
    }

    @Test
    void documentsOfAnotherFormatAreRebuiltAtTheStart() {
        ListedPaper paper = filed("c1");
        KnownGroup group = told("c2");
        // The next build: other fields, another format.
        Projections next = new Projections(
                database,
                () -> new OwnHistory(ledger, reader, aggregates),
                () -> new ReceivedHistory(topics, reader),
                "next-projections");
        var papers = next.ofAggregates(PaperLists.PAPERS.sortedBy("changes", ListedPaper::changes));
        var groups = next.ofReferences(KnownGroups.GROUPS.inFormat(2));
        assertThat(papers.find(new QuestionId("c1"))).isEmpty();

        next.start();

        assertThat(papers.find(new QuestionId("c1"))).contains(paper);
        assertThat(papers.page(ListQuery.page(null, 200).where("changes", paper.changes()))
                        .items())
                .contains(paper);
        assertThat(groups.find(new QuestionId("c2"))).contains(group);
        next.stop();
        // What an operator does who goes back to the build before.
        for (String list : List.of("paper_list", "known_groups")) {
            assertThat(operator()
                            .post("/api/projections/" + list + "/rebuild", "")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(lists.papers.find(new QuestionId("c1"))).contains(paper);
        assertThat(known.groups.find(new QuestionId("c2"))).contains(group);
    }

    @Test
    void aListIsRebuiltByTwoInstancesWhileItIsWritten() {
        QuestionId id = new QuestionId("d1");
        commands.sendAs(TestActors.secretariat(), new FilePaper(id, "0", AT));
        List<CompletableFuture<Void>> rebuilding =
                List.of(CompletableFuture.runAsync(this::rebuildOften), CompletableFuture.runAsync(this::rebuildOften));
        for (int change = 1; change <= 30; change++) {
            commands.sendAs(TestActors.secretariat(), new AmendPaper(id, Integer.toString(change), AT));
            other.publish("question", "question:d2", change, grouped("d2", "lead-" + change), TestActors.chair());
        }
        rebuilding.forEach(CompletableFuture::join);

        await().untilAsserted(() -> assertThat(lists.papers.find(id)).contains(new ListedPaper("d1", "30", AT, 30)));
        await().until(() -> known.groups
                .find(new QuestionId("d2"))
                .filter(found -> found.leads().size() == 30)
                .isPresent());
        assertThat(Caller.as(port, TestActors.auditor())
                        .get("/api/dead-letters")
                        .text())
                .doesNotContain("paper-list", "known-groups");
    }

    private void rebuildOften() {
        for (int time = 0; time < 5; time++) {
            lists.papers.rebuild();
            known.groups.rebuild();
        }
    }

    private ListedPaper filed(String id) {
        commands.sendAs(TestActors.secretariat(), new FilePaper(new QuestionId(id), "first", AT));
        commands.sendAs(TestActors.secretariat(), new AmendPaper(new QuestionId(id), "second", AT));
        ListedPaper paper = new ListedPaper(id, "second", AT, 1);
        await().until(() ->
                lists.papers.find(new QuestionId(id)).filter(paper::equals).isPresent());
        return paper;
    }

    private KnownGroup told(String id) {
        other.publish("question", "question:" + id, 0, grouped(id, "x"), TestActors.chair());
        other.publish("question", "question:" + id, 1, grouped(id, "y"), TestActors.chair());
        KnownGroup group = new KnownGroup(List.of("x", "y"));
        await().until(() ->
                known.groups.find(new QuestionId(id)).filter(group::equals).isPresent());
        return group;
    }

    private static QuestionGrouped grouped(String id, String lead) {
        return new QuestionGrouped(new QuestionId(id), new QuestionId(lead), AT);
    }

    private Caller operator() {
        return Caller.as(port, TestActors.operator());
    }
}
