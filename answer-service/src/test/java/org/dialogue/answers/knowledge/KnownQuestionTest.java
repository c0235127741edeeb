package org.dialogue.answers.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnownQuestionTest {

    private static final KnownQuestion PUBLIC = question(Visibility.toEverybody());
    private static final KnownQuestion INTERNAL = question(new Visibility(Visibility.Kind.INTERNAL, List.of()));
    private static final KnownQuestion RESTRICTED =
            question(new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("home-affairs"))));

    @ParameterizedTest
    @EnumSource
    void everybodyReadsAPublicQuestion(Role role) {
        assertThat(PUBLIC.isReadableBy(actor("x", "any", role))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OPERATOR", "SYSTEM"},
            mode = EnumSource.Mode.EXCLUDE)
    void thoseWhoTakePartReadAnInternalQuestion(Role role) {
        assertThat(INTERNAL.isReadableBy(actor("x", "any", role))).isTrue();
    }

    @Test
    void theOperatorDoesNotReadAnInternalQuestion() {
        assertThat(INTERNAL.isReadableBy(actor("x", "any", Role.OPERATOR))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRETARIAT", "CHAIR", "AUDITOR"})
    void thoseWhoRunTheDialogueReadARestrictedQuestion(Role role) {
        assertThat(RESTRICTED.isReadableBy(actor("x", null, role))).isTrue();
    }

    @Test
    void theAskerReadsItsOwnQuestion() {
        assertThat(RESTRICTED.isReadableBy(actor("asker", null, Role.DELEGATE))).isTrue();
        assertThat(RESTRICTED.isReadableBy(actor("x", null, Role.DELEGATE))).isFalse();
    }

    @Test
    void onlyTheNamedBodiesReadARestrictedQuestion() {
        assertThat(RESTRICTED.isReadableBy(actor("x", "home-affairs", Role.OFFICER)))
                .isTrue();
        assertThat(RESTRICTED.isReadableBy(actor("x", "police", Role.HEAD))).isFalse();
    }

    private static KnownQuestion question(Visibility visibility) {
        return new KnownQuestion(
                new QuestionId("p1"), new ProgrammeId("2023"), new PersonId("asker"), List.of(1), visibility);
    }

    private static Actor actor(String person, String body, Role role) {
        return new Actor(person, person, null, null, body, Set.of(role), null);
    }
}
