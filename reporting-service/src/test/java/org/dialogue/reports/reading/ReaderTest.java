package org.dialogue.reports.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dialogue.reports.story.Sample.COMMUNE;
import static org.dialogue.reports.story.Sample.HOME_AFFAIRS;
import static org.dialogue.reports.story.Sample.POLICE;
import static org.dialogue.reports.story.Sample.about;
import static org.dialogue.reports.story.Sample.promised;
import static org.dialogue.reports.story.Sample.raised;

import java.util.List;
import java.util.Set;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReaderTest {

    private static final ReferenceData BACKGROUND = new Story()
            .then(
                    raised("open", COMMUNE, 1),
                    raised("inside", COMMUNE, 1, new Visibility(Visibility.Kind.INTERNAL, List.of())),
                    raised("secret", COMMUNE, 1, new Visibility(Visibility.Kind.RESTRICTED, List.of(HOME_AFFAIRS))))
            .seenBy(FollowUp.FOLD)
            .reference();

    private final Actor guest = new Actor("guest", null, null, null, null, Set.of(), null);
    private final Actor asker = new Actor("a", "delegate-of-xuan-lam", null, null, null, Set.of(Role.DELEGATE), null);

    @ParameterizedTest
    @EnumSource(Role.class)
    void aPublicQuestionIsForEverybodyWhoIsSignedIn(Role role) {
        assertThat(sees(TestActors.withRole(role), "open")).isTrue();
        assertThat(sees(guest, "open")).isTrue();
    }

    @Test
    void anInternalQuestionIsForAllWhoTakePart() {
        for (Role role : List.of(Role.DELEGATE, Role.OFFICER, Role.HEAD, Role.SECRETARIAT, Role.CHAIR, Role.AUDITOR)) {
            assertThat(sees(TestActors.withRole(role), "inside"))
                    .as(role.name())
                    .isTrue();
        }
        assertThat(sees(TestActors.operator(), "inside")).isFalse();
        assertThat(sees(guest, "inside")).isFalse();
    }

    @Test
    void aRestrictedQuestionIsForItsAskerTheNamedBodiesAndThoseWhoRunTheDialogue() {
        assertThat(sees(asker, "secret")).isTrue();
        assertThat(sees(TestActors.officerOf(HOME_AFFAIRS.value()), "secret")).isTrue();
        assertThat(sees(TestActors.headOf(HOME_AFFAIRS.value()), "secret")).isTrue();
        assertThat(sees(TestActors.secretariat(), "secret")).isTrue();
        assertThat(sees(TestActors.chair(), "secret")).isTrue();
        assertThat(sees(TestActors.auditor(), "secret")).isTrue();

        assertThat(sees(TestActors.officerOf(POLICE.value()), "secret")).isFalse();
        assertThat(sees(TestActors.delegateOf("nga-my"), "secret")).isFalse();
        assertThat(sees(TestActors.operator(), "secret")).isFalse();
        Actor guestOfTheBody = new Actor("g", null, null, null, HOME_AFFAIRS.value(), Set.of(), null);
        assertThat(sees(guestOfTheBody, "secret")).isFalse();
    }

    @Test
    void aCommitmentIsForThoseWhoSeeWhatItFollowsFromAndForThoseWhoBearIt() {
        FollowUpCommitted promise = promised("c", about("secret"), Due.noneSet(), null, POLICE);

        assertThat(sees(asker, promise)).isTrue();
        assertThat(sees(TestActors.officerOf(POLICE.value()), promise)).isTrue();
        assertThat(sees(TestActors.delegateOf("nga-my"), promise)).isFalse();
    }

    @Test
    void aCommitmentWhoseQuestionIsNotKnownYetIsForThoseWhoSeeEverything() {
        FollowUpCommitted promise = promised("c", about("not-known-yet"), Due.noneSet(), null, POLICE);

        assertThat(sees(TestActors.secretariat(), promise)).isTrue();
        assertThat(sees(TestActors.delegateOf("nga-my"), promise)).isFalse();
    }

    @Test
    void aCommitmentThatFollowsFromNoQuestionIsForAllWhoTakePart() {
        FollowUpCommitted promise = promised("c", List.of(), Due.noneSet(), null, POLICE);

        assertThat(sees(TestActors.delegateOf("nga-my"), promise)).isTrue();
        assertThat(sees(guest, promise)).isFalse();
        assertThat(sees(TestActors.operator(), promise)).isFalse();
    }

    private static boolean sees(Actor actor, String question) {
        return new Reader(actor)
                .maySee(BACKGROUND.question(new QuestionId(question)).orElseThrow());
    }

    private static boolean sees(Actor actor, FollowUpCommitted promise) {
        return new Reader(actor).maySee(promise, BACKGROUND);
    }
}
