package org.dialogue.standalone.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemoPeopleTest {

    private static final Set<String> ROLES =
            Set.of("delegate", "officer", "head", "secretariat", "chair", "auditor", "operator");

    private final List<DemoPerson> people = DemoPeople.load().all();

    @Test
    void nobodySharesANameOrAnId() {
        assertThat(people).extracting(DemoPerson::username).doesNotHaveDuplicates();
        assertThat(people).extracting(DemoPerson::personId).doesNotHaveDuplicates();
    }

    @Test
    void everyRoleOfTheDialogueIsTaken() {
        assertThat(people).flatExtracting(DemoPerson::roles).isSubsetOf(ROLES).containsAll(ROLES);
    }

    @Test
    void delegatesHaveAUnitAndThoseWhoAnswerABody() {
        assertThat(people)
                .filteredOn(person -> person.roles().contains("delegate"))
                .hasSize(9)
                .allSatisfy(person -> assertThat(person.unit()).isNotNull());
        assertThat(people)
                .filteredOn(person ->
                        person.roles().contains("head") || person.roles().contains("officer"))
                .isNotEmpty()
                .allSatisfy(person -> assertThat(person.body()).isNotNull());
    }

    @Test
    void everyAnsweringBodyHasAnOfficerAndAHead() {
        assertThat(people)
                .filteredOn(person -> person.roles().contains("officer"))
                .allSatisfy(officer -> assertThat(people)
                        .anyMatch(person -> person.roles().contains("head")
                                && officer.body() != null
                                && officer.body().equals(person.body())));
    }

    @Test
    void theThreeMenNamedHungAndTheTwoWomenNamedNgaAreDifferentPeople() {
        assertThat(people).filteredOn(person -> person.name().endsWith(" Hung")).hasSize(3);
        assertThat(people).filteredOn(person -> person.name().endsWith(" Nga")).hasSize(2);
    }

    @Test
    void idsAreOpaque() {
        assertThat(people).allSatisfy(person -> assertThat(person.personId()).matches("p-[0-9a-f]{8}"));
    }

    @Test
    void dataOf010KnowThemByWhatTheySignInWith() {
        assertThat(DemoPeople.load(true).all())
                .hasSameSizeAs(people)
                .allSatisfy(person -> assertThat(person.personId()).isEqualTo(person.username()));
    }
}
