package org.dialogue.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingPolicyTest {

    private static final PersonId ASKER = new PersonId("asker");
    private static final BodyId NAMED = new BodyId("named");
    private static final Visibility INTERNAL = new Visibility(Visibility.Kind.INTERNAL, List.of());
    private static final Visibility RESTRICTED = new Visibility(Visibility.Kind.RESTRICTED, List.of(NAMED));

    @ParameterizedTest
    @CsvSource({
        "SECRETARIAT, other,  true,  true",
        "CHAIR,       other,  true,  true",
        "AUDITOR,     other,  true,  true",
        "SYSTEM,      other,  true,  true",
        "DELEGATE,    other,  true,  false",
        "DELEGATE,    named,  true,  false",
        "OFFICER,     named,  true,  true",
        "HEAD,        named,  true,  true",
        "OFFICER,     other,  true,  false",
        "HEAD,        other,  true,  false",
        "OPERATOR,    named,  false, false",
    })
    void readsQuestions(Role role, String body, boolean internal, boolean restricted) {
        Actor reader = reader(role, "somebody", body);

        assertThat(ReadingPolicy.mayReadQuestion(reader, Visibility.toEverybody(), ASKER))
                .isTrue();
        assertThat(ReadingPolicy.mayReadQuestion(reader, INTERNAL, ASKER)).isEqualTo(internal);
        assertThat(ReadingPolicy.mayReadQuestion(reader, RESTRICTED, ASKER)).isEqualTo(restricted);
    }

    @Test
    void readsTheOwnQuestion() {
        assertThat(ReadingPolicy.mayReadQuestion(reader(Role.DELEGATE, "asker", null), RESTRICTED, ASKER))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "SECRETARIAT, other, true,  true",
        "OFFICER,     named, true,  true",
        "OFFICER,     other, false, true",
        "DELEGATE,    other, false, true",
        "OPERATOR,    named, false, false",
    })
    void readsCommitments(Role role, String body, boolean ofHiddenQuestions, boolean ofNoQuestion) {
        Actor reader = reader(role, "somebody", body);

        assertThat(ReadingPolicy.mayReadCommitment(reader, List.of(NAMED), Stream.of(true, false)))
                .isEqualTo(ofHiddenQuestions);
        assertThat(ReadingPolicy.mayReadCommitment(reader, List.of(NAMED), Stream.of()))
                .isEqualTo(ofNoQuestion);
    }

    @ParameterizedTest
    @CsvSource({"SECRETARIAT, other, true", "HEAD, named, true", "HEAD, other, false", "DELEGATE, named, false"})
    void readsAssignments(Role role, String body, boolean expected) {
        assertThat(ReadingPolicy.mayReadAssignments(reader(role, "somebody", body), NAMED))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "PUBLIC,     asker, PUBLIC,     true",
        "PUBLIC,     asker, RESTRICTED, true",
        "INTERNAL,   asker, PUBLIC,     false",
        "INTERNAL,   asker, INTERNAL,   true",
        "INTERNAL,   other, RESTRICTED, true",
        "RESTRICTED, asker, PUBLIC,     false",
        "RESTRICTED, asker, INTERNAL,   false",
        "RESTRICTED, asker, RESTRICTED, true",
        "RESTRICTED, other, RESTRICTED, false",
    })
    void comparesCirclesOfReaders(Visibility.Kind kind, String asker, Visibility.Kind others, boolean expected) {
        assertThat(ReadingPolicy.reachesReadersOf(of(kind), new PersonId(asker), of(others), ASKER))
                .isEqualTo(expected);
    }

    @Test
    void aCircleOfFewerBodiesReachesNotAll() {
        Visibility wider = new Visibility(Visibility.Kind.RESTRICTED, List.of(NAMED, new BodyId("other")));

        assertThat(ReadingPolicy.reachesReadersOf(wider, ASKER, RESTRICTED, ASKER))
                .isTrue();
        assertThat(ReadingPolicy.reachesReadersOf(RESTRICTED, ASKER, wider, ASKER))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "SECRETARIAT, other, false, true",
        "CHAIR,       other, false, true",
        "AUDITOR,     other, false, true",
        "OPERATOR,    named, true,  false",
        "DELEGATE,    named, true,  false",
        "OFFICER,     named, false, true",
        "OFFICER,     other, false, false",
        "HEAD,        other, true,  true",
    })
    void readsNames(Role role, String body, boolean works, boolean expected) {
        PersonReference person = new PersonReference(ASKER, "Director", null, NAMED, "ab");

        assertThat(ReadingPolicy.mayReadName(reader(role, "somebody", body), person, works))
                .isEqualTo(expected);
    }

    @Test
    void readsTheOwnName() {
        PersonReference person = new PersonReference(ASKER, "Chair", null, null, "ab");

        assertThat(ReadingPolicy.mayReadName(reader(Role.DELEGATE, "asker", null), person, false))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void listsWhatMayBeRead(Role role) {
        for (String body : List.of("named", "other")) {
            for (Visibility.Kind kind : Visibility.Kind.values()) {
                for (String asker : List.of("asker", "other")) {
                    Actor reader = reader(role, "asker", body);
                    Condition listed = ReadingPolicy.questionsReadableBy(reader, "kind", "bodies", "asker");

                    assertThat(listed == null || meets(listed, of(kind), asker))
                            .as("%s of %s, %s, asked by %s", role, body, kind, asker)
                            .isEqualTo(ReadingPolicy.mayReadQuestion(reader, of(kind), new PersonId(asker)));
                }
            }
        }
    }

    private static boolean meets(Condition condition, Visibility visibility, String asker) {
        if (condition instanceof Condition.AnyOf any) {
            return any.conditions().stream().anyMatch(one -> meets(one, visibility, asker));
        }
        if (condition instanceof Condition.AllOf all) {
            return all.conditions().stream().allMatch(one -> meets(one, visibility, asker));
        }
        Condition.Is is = (Condition.Is) condition;
        return switch (is.field()) {
            case "kind" -> visibility.kind() == is.value();
            case "bodies" ->
                visibility.bodies().stream().anyMatch(body -> body.value().equals(is.value()));
            default -> asker.equals(is.value());
        };
    }

    private static Visibility of(Visibility.Kind kind) {
        return switch (kind) {
            case PUBLIC -> Visibility.toEverybody();
            case INTERNAL -> INTERNAL;
            case RESTRICTED -> RESTRICTED;
        };
    }

    private static Actor reader(Role role, String person, @Nullable String body) {
        return new Actor("subject", person, null, null, body, Set.of(role), null);
    }
}
