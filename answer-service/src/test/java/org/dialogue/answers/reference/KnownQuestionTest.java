package org.dialogue.answers.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KnownQuestionTest {

    private static final QuestionId ID = new QuestionId("p1");
    private static final QuestionId LEAD = new QuestionId("p2");
    private static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    private static final Instant AT = Instant.parse("2023-07-01T02:00:00Z");
    private static final Visibility RESTRICTED =
            new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs")));

    @Test
    void itReadsAsCorrected() {
        QuestionReference question = after(
                raised(),
                new QuestionCorrected(
                        ID, null, List.of(new QuestionPart(2, "The other", List.of())), List.of("roads"), "r", AT),
                new QuestionCorrected(ID, "What about that?", List.of(), null, "r", AT));
        assertThat(question.text()).isEqualTo("What about that?");
        assertThat(question.parts()).extracting(QuestionPart::text).containsExactly("One", "The other");
        assertThat(question.topics()).containsExactly("roads");
    }

    @Test
    void todaysVisibilityGoverns() {
        Actor police = new Actor("x", "x", null, null, "police", Set.of(Role.HEAD), null);
        assertThat(after(raised()).mayBeReadBy(police)).isTrue();
        QuestionReference question = after(raised(), new QuestionVisibilityChanged(ID, RESTRICTED, "r", AT));
        assertThat(question.mayBeReadBy(police)).isFalse();
    }

    @Test
    void itIsFollowedUpWhereItWasCarriedTo() {
        ProgrammeId next = new ProgrammeId("2024");
        assertThat(after(raised(), new QuestionCarriedOver(ID, PROGRAMME, next, "r", AT))
                        .programmeId())
                .isEqualTo(next);
    }

    @Test
    void itIsLedUntilItStandsByItself() {
        assertThat(after(raised(), new QuestionGrouped(ID, LEAD, AT)).lead()).isEqualTo(LEAD);
        assertThat(after(raised(), new QuestionGrouped(ID, LEAD, AT), new QuestionUngrouped(ID, LEAD, AT))
                        .lead())
                .isNull();
    }

    @Test
    void whatElseHappensChangesNothingHere() {
        assertThat(after(raised(), new QuestionWithdrawn(ID, "Settled", AT))).isEqualTo(after(raised()));
    }

    @Test
    void aProgrammeIsKnownByItsStage() {
        ProgrammeReference open = ProgrammeReference.after(null, new ProgrammeOpened(PROGRAMME, AT));
        assertThat(open.stage()).isEqualTo(ProgrammeReference.Stage.OPEN);
        assertThat(ProgrammeReference.after(open, new ProgrammeArchived(PROGRAMME, AT))
                        .stage())
                .isEqualTo(ProgrammeReference.Stage.ARCHIVED);
    }

    private static QuestionReference after(QuestionEvent first, QuestionEvent... more) {
        @Nullable QuestionReference known = QuestionReference.after(null, first);
        for (QuestionEvent event : more) {
            known = QuestionReference.after(known, event);
        }
        return known;
    }

    private static QuestionRaised raised() {
        return new QuestionRaised(
                ID,
                PROGRAMME,
                Direction.TO_LEADERSHIP,
                new PersonReference(new PersonId("asker"), "Chair", new UnitId("dien-lam"), null, "0".repeat(64)),
                new UnitId("dien-lam"),
                "What about it?",
                List.of(new QuestionPart(1, "One", List.of()), new QuestionPart(2, "Two", List.of())),
                List.of(),
                List.of(),
                null,
                List.of(),
                new Visibility(Visibility.Kind.INTERNAL, List.of()),
                AT);
    }
}
