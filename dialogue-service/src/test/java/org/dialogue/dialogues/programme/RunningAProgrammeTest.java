package org.dialogue.dialogues.programme;

import static org.dialogue.dialogues.testing.Given.AUDITOR;
import static org.dialogue.dialogues.testing.Given.CHAIR;
import static org.dialogue.dialogues.testing.Given.DELEGATE;
import static org.dialogue.dialogues.testing.Given.SECRETARY;
import static org.dialogue.dialogues.testing.Given.by;
import static org.dialogue.dialogues.testing.Given.invalid;
import static org.dialogue.dialogues.testing.Given.violationOf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.programme.OpenMatters.OpenMatter;
import org.dialogue.dialogues.programme.ProgrammeCommand.AnnounceProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ArchiveProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ConcludeProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.HoldSession;
import org.dialogue.dialogues.programme.ProgrammeCommand.OpenProgramme;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotPermitted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunningAProgrammeTest {

    private static final ProgrammeId ID = new ProgrammeId("2023");
    private static final BilingualName TITLE = new BilingualName("Doi thoai 2023", "Dialogue 2023");
    private static final BodyId HOST = new BodyId("standing-committee");
    private static final LocalDate DAY = LocalDate.of(2023, 8, 17);
    private static final Instant THEN = Instant.parse("2023-08-17T09:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);

    private static final List<ProgrammeEvent> HISTORY = List.of(
            new ProgrammeAnnounced(ID, 2023, TITLE, HOST, DAY, null, THEN),
            new ProgrammeOpened(ID, THEN),
            new SessionHeld(ID, DAY, "Vinh", THEN),
            new ProgrammeConcluded(ID, "promises were made", THEN),
            new ProgrammeArchived(ID, THEN));

    private List<OpenMatter> open = List.of();

    private final FixtureConfiguration<Programme> fixture = Given.fixture(Programme.class)
            .registerInjectableResource(new FakeDirectory())
            .registerInjectableResource(new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh")))
            .registerInjectableResource((OpenMatters) programme -> open);

    /** Each transition with who makes it, the command, the event, and the stage it enters. */
    private enum Transition {
        OPENING(
                SECRETARY,
                new OpenProgramme(ID, HappenedAt.filledIn(LATER)),
                new ProgrammeOpened(ID, LATER),
                Stage.OPEN),
        SESSION(
                SECRETARY,
                new HoldSession(ID, DAY, "Vinh", HappenedAt.filledIn(LATER)),
                new SessionHeld(ID, DAY, "Vinh", LATER),
                Stage.SESSION_HELD),
        CONCLUSION(
                CHAIR,
                new ConcludeProgramme(ID, "promises were made", HappenedAt.filledIn(LATER)),
                new ProgrammeConcluded(ID, "promises were made", LATER),
                Stage.CONCLUDED),
        ARCHIVE(
                SECRETARY,
                new ArchiveProgramme(ID, HappenedAt.filledIn(LATER)),
                new ProgrammeArchived(ID, LATER),
                Stage.ARCHIVED);

        final Actor actor;
        final Object command;
        final Object event;
        final Stage target;

        Transition(Actor actor, Object command, Object event, Stage target) {
            this.actor = actor;
            this.command = command;
            this.event = event;
            this.target = target;
        }

        Object at(HappenedAt happenedAt) {
            return switch (this) {
                case OPENING -> new OpenProgramme(ID, happenedAt);
                case SESSION -> new HoldSession(ID, DAY, "Vinh", happenedAt);
                case CONCLUSION -> new ConcludeProgramme(ID, "promises were made", happenedAt);
                case ARCHIVE -> new ArchiveProgramme(ID, happenedAt);
            };
        }
    }

    @Test
    void theSecretariatAnnouncesAProgramme() {
        fixture.givenNoPriorActivity()
                .when(new AnnounceProgramme(ID, 2023, TITLE, HOST, DAY, null, HappenedAt.filledIn(THEN)), by(SECRETARY))
                .expectEvents(HISTORY.get(0));
    }

    @Test
    void announcingTheSameAgainChangesNothing() {
        fixture.given(HISTORY)
                .when(
                        new AnnounceProgramme(ID, 2023, TITLE, HOST, DAY, null, HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void anIdIsNotGivenToTwoProgrammes() {
        fixture.given(until(Stage.ANNOUNCED))
                .when(
                        new AnnounceProgramme(ID, 2024, TITLE, HOST, DAY, null, HappenedAt.filledIn(LATER)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("exists-with-other-content"));
    }

    @Test
    void nobodyElseAnnounces() {
        fixture.givenNoPriorActivity()
                .when(new AnnounceProgramme(ID, 2023, TITLE, HOST, DAY, null, HappenedAt.filledIn(THEN)), by(CHAIR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aStageFollowsTheOneBefore(Transition transition) {
        fixture.given(until(before(transition.target)))
                .when(transition.command, by(transition.actor))
                .expectEvents(transition.event);
    }

    @ParameterizedTest
    @EnumSource
    void enteringAStageAgainChangesNothing(Transition transition) {
        fixture.given(until(transition.target))
                .when(transition.command, by(transition.actor))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @MethodSource
    void noStageIsSkippedAndNoneComesBack(Transition transition, Stage current) {
        fixture.given(until(current))
                .when(transition.command, by(transition.actor))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    static Stream<Arguments> noStageIsSkippedAndNoneComesBack() {
        return Arrays.stream(Transition.values())
                .flatMap(transition -> Arrays.stream(Stage.values())
                        .filter(stage -> stage != transition.target && stage != before(transition.target))
                        .map(stage -> Arguments.of(transition, stage)));
    }

    @Test
    void aSessionIsNotHeldOnTwoDays() {
        fixture.given(until(Stage.SESSION_HELD))
                .when(new HoldSession(ID, DAY.plusDays(1), "Vinh", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @Test
    void aProgrammeIsNotConcludedInOtherWords() {
        fixture.given(until(Stage.CONCLUDED))
                .when(new ConcludeProgramme(ID, "nothing was promised", HappenedAt.filledIn(LATER)), by(CHAIR))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @ParameterizedTest
    @EnumSource
    void noDelegateMovesAProgramme(Transition transition) {
        fixture.given(until(before(transition.target)))
                .when(transition.command, by(DELEGATE))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @ParameterizedTest
    @EnumSource
    void noAuditorMovesAProgramme(Transition transition) {
        fixture.given(until(before(transition.target)))
                .when(transition.command, by(AUDITOR))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @Test
    void theSecretariatDoesNotConcludeForTheChair() {
        fixture.given(until(Stage.SESSION_HELD))
                .when(new ConcludeProgramme(ID, "promises were made", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(NotPermitted.class);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownProgrammeGoesNowhere(Transition transition) {
        fixture.givenNoPriorActivity()
                .when(transition.command, by(transition.actor))
                .expectException(AggregateNotFoundException.class);
    }

    @Test
    void nothingOpenIsPutAway() {
        open = List.of(new OpenMatter(
                OpenMatters.Kind.QUESTION,
                "p1",
                List.of(new OpenMatters.Owed(OpenMatters.Step.ASSIGNMENT, "secretariat"))));

        fixture.given(until(Stage.CONCLUDED))
                .when(new ArchiveProgramme(ID, HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(violationOf("programme-has-open-items"));
    }

    @ParameterizedTest
    @EnumSource
    void enteringAStageAgainAtAnotherMomentIsANewFact(Transition transition) {
        fixture.given(until(transition.target))
                .when(transition.at(HappenedAt.given(LATER)), by(transition.actor))
                .expectNoEvents()
                .expectException(violationOf("programme-stage"));
    }

    @ParameterizedTest
    @EnumSource
    void aStageIsNotEnteredBeforeTheOneBefore(Transition transition) {
        fixture.given(until(before(transition.target)))
                .when(transition.at(HappenedAt.given(THEN.minusSeconds(1))), by(transition.actor))
                .expectNoEvents()
                .expectException(invalid("happenedAt", "not-before-predecessor"));
    }

    @ParameterizedTest
    @EnumSource
    void aMomentThatTheServerFillsInIsNeverRefused(Transition transition) {
        fixture.given(until(before(transition.target)))
                .when(transition.at(HappenedAt.filledIn(THEN.minusSeconds(1))), by(transition.actor))
                .expectEvents(HISTORY.get(transition.target.ordinal()));
    }

    @Test
    void aSessionIsNotHeldOnADayToCome() {
        fixture.given(until(Stage.OPEN))
                .when(new HoldSession(ID, DAY.plusDays(1), "Vinh", HappenedAt.filledIn(LATER)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("heldOn", "implausible-day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0026-08-17", "2206-01-01"})
    void aSessionIsPlannedForAPlausibleDay(LocalDate day) {
        fixture.givenNoPriorActivity()
                .when(new AnnounceProgramme(ID, 2023, TITLE, HOST, day, null, HappenedAt.filledIn(THEN)), by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("plannedFor", "implausible-day"));
    }

    @Test
    void theHostIsInTheDirectory() {
        fixture.givenNoPriorActivity()
                .when(
                        new AnnounceProgramme(
                                ID, 2023, TITLE, new BodyId("unknown"), DAY, null, HappenedAt.filledIn(THEN)),
                        by(SECRETARY))
                .expectNoEvents()
                .expectException(invalid("host", "unknown-reference"));
    }

    private static List<ProgrammeEvent> until(Stage stage) {
        return HISTORY.subList(0, stage.ordinal() + 1);
    }

    private static Stage before(Stage stage) {
        return Stage.values()[stage.ordinal() - 1];
    }
}
