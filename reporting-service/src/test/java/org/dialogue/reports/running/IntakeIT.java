package org.dialogue.reports.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.events.question.AnsweringRole.LEAD;
import static org.dialogue.events.vocabulary.Disposition.EXPLAINED;
import static org.dialogue.kit.testing.Patience.await;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.assigned;
import static org.dialogue.reports.story.Sample.published;
import static org.dialogue.reports.story.Sample.raised;

import java.util.List;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.RecordedEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IntakeIT extends RunningService {

    @Autowired
    EventLedger ledger;

    @BeforeEach
    void ready() {
        awaitViews();
    }

    @Test
    void anEventIsCopiedByteForByteAndNamesWhereItComesFrom() {
        RecordedEvent original = others.publish(raised("copied", COMMUNE, 1));
        awaitViews();

        RecordedEvent copy = copiesOf("question:copied").get(0);
        assertThat(copy.position()).isEqualTo(others.published());
        assertThat(copy.event())
                .usingRecursiveComparison()
                .ignoringFields("origin")
                .isEqualTo(original.event());
        assertThat(copy.event().origin()).satisfies(origin -> {
            assertThat(origin.source()).isEqualTo("dialogue-service");
            assertThat(origin.position()).isEqualTo(original.position());
            assertThat(origin.recordedAt()).isEqualTo(original.recordedAt());
        });
    }

    @Test
    void anEventThatArrivesAgainDoublesNothing() {
        RecordedEvent first = others.publish(raised("repeated", COMMUNE, 1));
        awaitViews();
        others.repeat(first);
        others.repeat(first);
        others.publish(raised("after-repeats", COMMUNE, 1));

        awaitViews();
        assertThat(copiesOf("question:repeated")).hasSize(1);
        assertThat(ledger.head()).isEqualTo(others.published());
    }

    @Test
    void aRecordThatIsNoEventIsParkedWhileOthersFlow() {
        long parked = deadLetters("unreadable");
        others.poison("{ not even JSON");
        others.publish(raised("after-poison", COMMUNE, 1));

        awaitViews();
        assertThat(copiesOf("question:after-poison")).hasSize(1);
        await().until(() -> deadLetters("unreadable") == parked + 1);
    }

    @Test
    void anEventOfANewerServiceIsKeptCountedAndHarmless() {
        RecordedEvent unknown = others.publishOfUnknownName("question-translated", "question:new", "{\"to\":\"en\"}");
        others.publish(raised("after-unknown", COMMUNE, 1));
        awaitViews();

        assertThat(copiesOf("question:new"))
                .singleElement()
                .satisfies(copy -> assertThat(copy.event().payload())
                        .isEqualTo(unknown.event().payload()));
        assertThat(get("/api/reports/views/coverage", TestActors.auditor())
                        .json()
                        .at("/unknownEvents/question-translated")
                        .asInt())
                .isEqualTo(1);
        assertThat(get("/api/reports/questions/after-unknown/timeline", TestActors.secretariat())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatWasAnsweredBeforeItWasAskedComesTogetherWhenBothAreKnown() {
        QuestionAssigned slot = assigned("early", "early-s1", POLICE, LEAD, 1);
        others.publish(published(slot, "early-a1", EXPLAINED, 1));
        awaitViews();
        others.publish(raised("early", COMMUNE, 1), slot);
        awaitViews();

        assertThat(get("/api/reports/coverage?limit=200&state=ANSWERED", TestActors.secretariat())
                        .json()
                        .path("items")
                        .findValuesAsString("questionId"))
                .contains("early");
    }

    private long deadLetters(String group) {
        Reply reply = as(TestActors.operator()).get("/api/dead-letters");
        assertThat(reply.status()).isEqualTo(200);
        return reply.json().findValuesAsString("group").stream()
                .filter(group::equals)
                .count();
    }

    private List<RecordedEvent> copiesOf(String aggregateId) {
        return ledger.readAggregate(aggregateId, 0, 10);
    }
}
