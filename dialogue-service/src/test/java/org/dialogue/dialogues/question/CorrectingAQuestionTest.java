package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.dialogues.question.Sample.ID;
import static org.dialogue.dialogues.question.Sample.LATER;
import static org.dialogue.dialogues.question.Sample.raised;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.question.QuestionCommand.CorrectQuestion;
import org.dialogue.dialogues.question.QuestionCommand.PartCorrection;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.NotPermitted;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CorrectingAQuestionTest {

    private static final QuestionCorrected CORRECTED = new QuestionCorrected(
            ID,
            "What becomes of all part-time workers?",
            List.of(new QuestionPart(2, "Raise their allowances.", List.of("allowances"))),
            List.of("cadres", "pay"),
            "mistyped",
            LATER);

    private final FixtureConfiguration<Question> fixture = Sample.fixture();

    @Test
    void theSecretariatPutsTheWordsRight() {
        fixture.given(raised()).when(correction(), by(SECRETARY)).expectEvents(CORRECTED);
    }

    @Test
    void whatStaysIsNotToldAgain() {
        fixture.given(raised())
                .when(correcting("What becomes of part-time workers?", List.of(), List.of("pay")), by(SECRETARY))
                .expectEvents(new QuestionCorrected(ID, null, List.of(), List.of("pay"), "mistyped", LATER));
    }

    @Test
    void correctingTheSameAgainChangesNothing() {
        fixture.given(raised(), CORRECTED)
                .when(correction(), by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void theFirstWordsStay() {
        QuestionState question = Sample.stateAfter(raised(), CORRECTED);

        assertThat(question.raised()).isEqualTo(raised());
        assertThat(question.wording().text()).isEqualTo("What becomes of all part-time workers?");
        assertThat(question.wording().parts())
                .containsExactly(raised().parts().get(0), CORRECTED.parts().get(0));
        assertThat(question.wording().topics()).containsExactly("cadres", "pay");
    }

    @Test
    void aCorrectionSaysSomethingElse() {
        fixture.given(raised())
                .when(correcting("What becomes of part-time workers?", List.of(), null), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("something-corrected"));
    }

    @Test
    void aCorrectionSaysSomething() {
        fixture.given(raised())
                .when(correcting(null, List.of(), null), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("text", "required"));
    }

    @Test
    void aPartMustExist() {
        fixture.given(raised())
                .when(correcting(null, List.of(new PartCorrection(3, "More.", null)), null), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("parts[0].number", "unknown-part"));
    }

    @Test
    void aPartIsCorrectedOnce() {
        fixture.given(raised())
                .when(
                        correcting(
                                null,
                                List.of(new PartCorrection(1, "One.", null), new PartCorrection(1, "Two.", null)),
                                null),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("parts[1].number", "unique"));
    }

    @Test
    void theAskerCorrectsNothing() {
        fixture.given(raised())
                .when(correction(), by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    private static CorrectQuestion correction() {
        return correcting(
                "What becomes of all part-time workers?",
                List.of(new PartCorrection(2, "Raise their allowances.", null)),
                List.of("cadres", "pay"));
    }

    private static CorrectQuestion correcting(
            @Nullable String text, List<PartCorrection> parts, @Nullable List<String> topics) {
        return new CorrectQuestion(ID, text, parts, topics, "mistyped", HappenedAt.filledIn(LATER));
    }
}
