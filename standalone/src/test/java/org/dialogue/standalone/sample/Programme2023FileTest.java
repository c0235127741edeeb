package org.dialogue.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.question.Direction;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.standalone.sample.SampleProgramme.Assignment;
import org.dialogue.standalone.sample.SampleProgramme.Body;
import org.dialogue.standalone.sample.SampleProgramme.Commitment;
import org.dialogue.standalone.sample.SampleProgramme.Figure;
import org.dialogue.standalone.sample.SampleProgramme.Person;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import org.dialogue.standalone.sample.SampleProgramme.Reference;
import org.dialogue.standalone.sample.SampleProgramme.Source;
import org.dialogue.standalone.sample.SampleProgramme.Unit;
import org.dialogue.standalone.signin.DemoPeople;
import org.dialogue.standalone.signin.DemoPerson;
import org.junit.jupiter.api.Test;

/** The file holds all that the two articles tell, and nothing that they do not. */
class Programme2023FileTest {

    private static final SampleProgramme PROGRAMME = SampleFile.read(SampleFile.PROGRAMME_2023);

    @Test
    void holdsEveryQuestionInItsDirection() {
        assertThat(asked(Direction.TO_LEADERSHIP))
                .containsExactly("P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9");
        assertThat(asked(Direction.TO_COMMUNE)).containsExactly("L1", "L2", "L3");
    }

    @Test
    void knowsWhoAskedFromWhere() {
        Map<String, String> askers = new TreeMap<>();
        PROGRAMME
                .questions()
                .forEach(question -> askers.put(
                        question.id(),
                        "%s, %s (%s)"
                                .formatted(
                                        person(question.asker()).name(),
                                        unit(question.unit()).name().en(),
                                        unit(Objects.requireNonNull(
                                                        unit(question.unit()).parent()))
                                                .name()
                                                .en())));

        assertThat(askers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("P1", "Le Anh Nga, Dien Lam (Dien Chau)"),
                        Map.entry("P2", "Tran Thi Nga, Dong Hop (Quy Hop)"),
                        Map.entry("P3", "Lo Van That, Mau Duc (Con Cuong)"),
                        Map.entry("P4", "Hoang Dinh Hung, Quang Trung (Vinh)"),
                        Map.entry("P5", "Cao Xuan Diep, Son Hai (Quynh Luu)"),
                        Map.entry("P6", "Kha Van Lap, Nga My (Tuong Duong)"),
                        Map.entry("P7", "Tran Van Sao, Nghi Van (Nghi Loc)"),
                        Map.entry("P8", "Le Viet Hung, Xuan Lam (Hung Nguyen)"),
                        Map.entry("P9", "Phan Van Dung, Thanh Tung (Thanh Chuong)"),
                        Map.entry("L1", "Thai Thanh Quy, Son Hai (Quynh Luu)"),
                        Map.entry("L2", "Thai Thanh Quy, Nga My (Tuong Duong)"),
                        Map.entry("L3", "Thai Thanh Quy, Nghi Van (Nghi Loc)")));
    }

    @Test
    void letsTheBodiesAnswerThatWereHeard() {
        assertThat(answers("P1")).containsExactly("home-affairs: ACCEPTED", "party-committee: ACCEPTED");
        assertThat(answers("P2"))
                .containsExactly(
                        "home-affairs: ACCEPTED, ACCEPTED_FOR_STUDY",
                        "organization-committee: EXPLAINED, EXPLAINED",
                        "party-committee: ACCEPTED, EXPLAINED, EXPLAINED");
        assertThat(answers("P3"))
                .containsExactly(
                        "provincial-police: DECLINED_WITH_REASONS",
                        "home-affairs: DECLINED_WITH_REASONS",
                        "party-committee: DECLINED_WITH_REASONS");
        assertThat(answers("P4")).containsExactly("organization-committee: ACCEPTED", "party-committee: ACCEPTED");
        assertThat(answers("P8")).containsExactly("standing-committee: REFERRED_TO_HIGHER_AUTHORITY");
        assertThat(answers("P9")).containsExactly("peoples-committee: PARTLY_ACCEPTED");
        assertThat(answers("L1")).containsExactly("son-hai: EXPLAINED");
        assertThat(answers("L2")).containsExactly("nga-my: EXPLAINED");
        assertThat(answers("L3")).containsExactly("nghi-van: EXPLAINED");
    }

    @Test
    void leavesOpenWhatNobodyAnswered() {
        List<String> open = PROGRAMME.questions().stream()
                .flatMap(question -> IntStream.rangeClosed(1, question.parts().size())
                        .filter(part -> !question.isAnswered(part))
                        .mapToObj(part -> question.id() + "/" + part))
                .toList();

        assertThat(open).containsExactly("P5/1", "P6/1", "P7/1", "P8/2");
        assertThat(question("P8").parts().get(1).text()).contains("housing");
    }

    @Test
    void saysOfAnOutcomeThatIsNotReportedThatItIsNotReported() {
        String answer =
                question("P2").assignments().get(1).answer().parts().get(0).text();

        assertThat(answer).contains("does not report").contains("not known");
        assertThat(question("P2").conclusion()).isNull();
    }

    @Test
    void concludesOnlyWhereTheSourcesTellTheOutcomeOfEveryPart() {
        Map<String, List<Disposition>> concluded = PROGRAMME.questions().stream()
                .filter(question -> question.conclusion() != null)
                .collect(Collectors.toMap(
                        Question::id,
                        question -> Objects.requireNonNull(question.conclusion()).parts().stream()
                                .map(SampleProgramme.Decision::disposition)
                                .toList()));

        assertThat(concluded)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "P1", List.of(Disposition.ACCEPTED),
                        "P3", List.of(Disposition.DECLINED_WITH_REASONS),
                        "P4", List.of(Disposition.ACCEPTED),
                        "P9", List.of(Disposition.PARTLY_ACCEPTED)));
    }

    @Test
    void holdsEveryCommitmentWithWhoBearsItAndWhatItFollowsFrom() {
        Map<String, String> commitments = new TreeMap<>();
        PROGRAMME
                .commitments()
                .forEach(commitment -> commitments.put(
                        commitment.id(), String.join(" + ", commitment.bodies()) + " <- " + subjects(commitment)));

        assertThat(commitments)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "C1", "home-affairs <- P1/1 P2/1",
                        "C2", "party-committee <- P1/1 P2/1",
                        "C3", "home-affairs <- P2/2",
                        "C4", "organization-committee <- P4/1",
                        "C5", "standing-committee <- P8/1",
                        "C6", "peoples-committee <- P8/1",
                        "C7", "agriculture + finance <- P9/1",
                        "C8", "home-affairs <- P1/1"));
    }

    @Test
    void knowsWhoChargedThemWithIt() {
        assertThat(commitment("C1").assignedBy()).isEqualTo("peoples-committee");
        assertThat(commitment("C4").assignedBy()).isEqualTo("party-committee");
        assertThat(commitment("C7").assignedBy()).isEqualTo("peoples-committee");
    }

    @Test
    void measuresTheRedundantCadres() {
        SampleProgramme.Measure measure =
                Objects.requireNonNull(commitment("C8").measure());

        assertThat(measure.baseline()).isEqualByComparingTo("127");
        assertThat(measure.target()).isEqualByComparingTo("0");
        assertThat(commitment("C8").text()).contains("460").contains("2,000");
    }

    @Test
    void letsACommitmentWaitForTheCentreAndAnotherPassTwoMilestones() {
        assertThat(Objects.requireNonNull(commitment("C5").waiting()).authority())
                .isEqualTo("central");
        assertThat(commitment("C6").milestones())
                .extracting(SampleProgramme.Milestone::id)
                .containsExactly("consultation", "peoples-council");
        assertThat(commitment("C6").text()).contains("21");
    }

    @Test
    void notesWhereTheArticlesDiffer() {
        Source source = commitment("C4").source();

        assertThat(source.articles()).containsExactly("000", "001");
        assertThat(source.note()).contains("planning to assign").contains("is assigning");
        assertThat(figure("next phase", 2000).source().note())
                .contains("about 2,000")
                .contains("nearly 2,000");
    }

    @Test
    void holdsTheRegulationsWithTheirDays() {
        assertThat(reference("08-QD/TU").issuedOn()).isEqualTo(LocalDate.of(2021, 9, 15));
        assertThat(reference("21-QD/TU").issuedOn()).isEqualTo(LocalDate.of(2023, 5, 12));
        assertThat(reference("Decree 33").issuer()).isEqualTo("Government");
        assertThat(reference("Decree 34").issuer()).isEqualTo("Government");
        assertThat(question("P4").references()).containsExactly("regulation-08");
        assertThat(question("P8").references()).containsExactly("regulation-21");
        assertThat(question("P1").references()).containsExactly("decree-33", "decree-34");
    }

    @Test
    void holdsTheNumbers() {
        assertThat(PROGRAMME.figures())
                .extracting(figure -> figure.value().intValue())
                .containsExactlyInAnyOrder(480, 460, 39, 460, 127, 1, 88, 2000);
        assertThat(PROGRAMME.figures())
                .filteredOn(Figure::approximate)
                .extracting(figure -> figure.value().intValue())
                .containsExactlyInAnyOrder(460, 2000);
    }

    @Test
    void tellsThreeMenNamedHungAndTwoWomenNamedNgaApart() {
        assertThat(named("Hung"))
                .containsExactlyInAnyOrder(
                        "nguyen-viet-hung: home-affairs", "hoang-dinh-hung: quang-trung", "le-viet-hung: xuan-lam");
        assertThat(named("Nga")).containsExactlyInAnyOrder("le-anh-nga: dien-lam", "tran-thi-nga: dong-hop");
    }

    @Test
    void knowsTheOrganizationCommitteeByAllItsNames() {
        Body committee = PROGRAMME.body("organization-committee").orElseThrow();

        assertThat(committee.name().en()).isEqualTo("Organization Committee");
        assertThat(committee.aliases()).containsExactlyInAnyOrder("Organizing Committee", "Organization Board");
        assertThat(PROGRAMME.bodies())
                .filteredOn(body -> body.bodyId().contains("organ"))
                .hasSize(1);
    }

    @Test
    void holdsTheDirectoryWithItsKinds() {
        assertThat(PROGRAMME.units()).hasSize(19);
        assertThat(PROGRAMME.units())
                .filteredOn(unit -> unit.kind().isCommuneLevel())
                .hasSize(9);
        assertThat(unit("quang-trung").kind()).isEqualTo(UnitKind.WARD);
        assertThat(unit("vinh").kind()).isEqualTo(UnitKind.CITY);
        assertThat(PROGRAMME.bodies()).hasSize(13);
        assertThat(PROGRAMME.bodies())
                .filteredOn(body -> body.kind() == BodyKind.COMMUNE)
                .extracting(Body::bodyId, Body::unit)
                .containsExactlyInAnyOrder(
                        tuple("son-hai", "son-hai"), tuple("nga-my", "nga-my"), tuple("nghi-van", "nghi-van"));
        assertThat(PROGRAMME.people()).hasSize(16);
        assertThat(PROGRAMME.authorities()).hasSize(1);
    }

    @Test
    void writesNamesOfPeopleAndPlacesWithoutDiacritics() {
        Stream<String> names = Stream.concat(
                PROGRAMME.people().stream().map(Person::name),
                PROGRAMME.units().stream()
                        .flatMap(unit -> Stream.of(unit.name().vi(), unit.name().en())));

        assertThat(names).allMatch(name -> name.chars().allMatch(letter -> letter < 128));
    }

    @Test
    void namesDemoPeopleOfTheSameOfficeForEverythingThatIsDone() {
        DemoPeople demo = DemoPeople.load();
        for (Person person : PROGRAMME.people()) {
            DemoPerson account = demo.find(person.username()).orElseThrow();
            assertThat(account.name()).isEqualTo(person.name());
            assertThat(account.unit()).isEqualTo(person.unit());
            assertThat(account.body()).isEqualTo(person.body());
        }
        assertThat(Script.of(PROGRAMME, demo))
                .allMatch(step -> demo.find(step.by()).isPresent());
    }

    private static List<String> asked(Direction direction) {
        return PROGRAMME.questions().stream()
                .filter(question -> question.direction() == direction)
                .map(Question::id)
                .toList();
    }

    private static List<String> answers(String question) {
        return question(question).assignments().stream()
                .map(share -> share.body() + ": " + dispositions(share))
                .toList();
    }

    private static String dispositions(Assignment share) {
        return share.answer().parts().stream()
                .map(part -> part.disposition().name())
                .collect(Collectors.joining(", "));
    }

    private static String subjects(Commitment commitment) {
        return commitment.subjects().stream()
                .flatMap(subject -> subject.parts().stream().map(part -> subject.question() + "/" + part))
                .collect(Collectors.joining(" "));
    }

    private static List<String> named(String name) {
        return PROGRAMME.people().stream()
                .filter(person -> person.name().endsWith(" " + name))
                .map(person -> person.username() + ": " + (person.unit() == null ? person.body() : person.unit()))
                .toList();
    }

    private static Question question(String id) {
        return PROGRAMME.question(id).orElseThrow();
    }

    private static Commitment commitment(String id) {
        return PROGRAMME.commitments().stream()
                .filter(commitment -> commitment.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Reference reference(String number) {
        return PROGRAMME.references().values().stream()
                .filter(reference -> reference.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private static Figure figure(String label, int value) {
        return PROGRAMME.figures().stream()
                .filter(figure ->
                        figure.label().en().contains(label) && figure.value().compareTo(BigDecimal.valueOf(value)) == 0)
                .findFirst()
                .orElseThrow();
    }

    private static Unit unit(String id) {
        return PROGRAMME.units().stream()
                .filter(unit -> unit.unitId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Person person(String id) {
        return PROGRAMME.person(id).orElseThrow();
    }
}
