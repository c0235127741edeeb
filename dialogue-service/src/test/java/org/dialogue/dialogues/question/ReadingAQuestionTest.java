package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.question.Visibility;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;

class ReadingAQuestionTest {

    private static final Actor POLICE_OFFICER =
            new Actor("police", "police-1", null, null, "police", Set.of(Role.OFFICER), null);
    private static final Actor NAMELESS_DELEGATE =
            new Actor("clerk", null, null, "dien-lam", "home-affairs", Set.of(Role.DELEGATE), null);
    private static final List<Actor> EVERYBODY = List.of(
            Given.SECRETARY,
            Given.CHAIR,
            Given.AUDITOR,
            Given.OPERATOR,
            Given.DELEGATE,
            Given.FOREIGN_DELEGATE,
            NAMELESS_DELEGATE,
            Given.OFFICER,
            Given.HEAD,
            POLICE_OFFICER);

    @Test
    void aPublicQuestionIsForEverybody() {
        assertThat(readersOf(Visibility.toEverybody())).containsExactlyElementsOf(EVERYBODY);
    }

    @Test
    void anInternalQuestionIsForThoseWhoTakePart() {
        assertThat(readersOf(Sample.INTERNAL))
                .containsExactlyElementsOf(EVERYBODY.stream()
                        .filter(actor -> actor != Given.OPERATOR)
                        .toList());
    }

    @Test
    void aRestrictedQuestionIsForItsAskerTheNamedBodiesAndThoseWhoAnswerForTheDialogue() {
        assertThat(readersOf(Sample.RESTRICTED))
                .containsExactly(
                        Given.SECRETARY, Given.CHAIR, Given.AUDITOR, Given.DELEGATE, Given.OFFICER, Given.HEAD);
    }

    private static List<Actor> readersOf(Visibility visibility) {
        QuestionState question = Sample.stateAfter(Sample.raised(visibility));
        return EVERYBODY.stream()
                .filter(actor -> ReadingAQuestion.isAllowedTo(question, actor))
                .toList();
    }
}
