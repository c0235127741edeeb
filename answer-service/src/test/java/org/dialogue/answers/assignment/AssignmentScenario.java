package org.dialogue.answers.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.dialogue.answers.Refusals;
import org.dialogue.answers.assignment.AssignmentCommand.OpenAssignment;
import org.dialogue.answers.reference.BodyReference;
import org.dialogue.answers.testing.KnownReferences;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.ClosingReason;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.testing.Fixtures;

/** An assignment of two parts to Home Affairs, the people around it, and what may have happened to it before. */
abstract class AssignmentScenario {

    static final AssignmentId ID = new AssignmentId("p2-home-affairs");
    static final QuestionId QUESTION = new QuestionId("p2");
    static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    static final BodyId BODY = new BodyId("home-affairs");
    static final AssignmentId SUCCESSOR = new AssignmentId("p2-police");
    static final AnswerId ANSWER = new AnswerId("answer-1");
    static final Instant BEFORE = Instant.parse("2023-07-01T02:00:00Z");
    static final Instant NOW = Instant.parse("2023-07-14T02:00:00Z");
    static final Instant LATER = Instant.parse("2023-07-20T02:00:00Z");
    static final Due DUE = Due.by(LocalDate.parse("2023-08-01"));

    static final PersonReference DIRECTOR =
            new PersonReference(new PersonId("hung"), "Director", null, BODY, "0".repeat(64));
    static final Actor HEAD = actor("hung", "home-affairs", Role.HEAD);
    static final Actor OFFICER = actor("clerk", "home-affairs", Role.OFFICER);
    static final Actor STRANGER = actor("tung", "provincial-police", Role.HEAD);
    static final Actor SERVICE = Actor.system("answer-service");

    static final PersonReference DEPUTY =
            new PersonReference(new PersonId("thong"), "Deputy", null, BODY, "1".repeat(64));

    private static final KnownReferences REFERENCES = new KnownReferences()
            .with(new BodyReference(BODY, BodyKind.DEPARTMENT, DIRECTOR))
            .with(DIRECTOR)
            .with(DEPUTY);

    static Actor actor(String person, String body, Role role) {
        return new Actor(person, person, "office", null, body, Set.of(role), null);
    }

    static TestExecutor<Assignment> given(Object... events) {
        return fixture().given(events);
    }

    static TestExecutor<Assignment> givenNothing() {
        return fixture().givenNoPriorActivity();
    }

    static ResultValidator<Assignment> when(TestExecutor<Assignment> given, Object command, Actor actor) {
        return given.when(command, Fixtures.by(actor));
    }

    static void refusedBy(String rule, ResultValidator<Assignment> result) {
        result.expectNoEvents().expectException(Refusals.refusal(rule));
    }

    /** Another body's is answered like what is not there. */
    static void notThere(ResultValidator<Assignment> result) {
        result.expectNoEvents().expectException(NotFound.class);
    }

    static void invalid(String field, String rule, ResultValidator<Assignment> result) {
        result.expectNoEvents().expectException(Refusals.invalid(field, rule));
    }

    static void recorded(ResultValidator<Assignment> result, Object... events) {
        result.expectSuccessfulHandlerExecution().expectEvents(events);
    }

    static void unchanged(ResultValidator<Assignment> result) {
        result.expectSuccessfulHandlerExecution().expectNoEvents();
    }

    /** Commands say nothing about when, unless a test is about that. */
    static HappenedAt now() {
        return HappenedAt.filledIn(NOW);
    }

    static void notPermitted(ResultValidator<Assignment> result) {
        result.expectNoEvents().expectException(NotPermitted.class);
    }

    static AssignmentOpened opened() {
        return new AssignmentOpened(
                ID, QUESTION, PROGRAMME, BODY, AnsweringRole.LEAD, List.of(1, 2), DUE, BEFORE, null, null, BEFORE);
    }

    static OpenAssignment open() {
        return new OpenAssignment(
                ID,
                QUESTION,
                PROGRAMME,
                BODY,
                AnsweringRole.LEAD,
                List.of(1, 2),
                DUE,
                BEFORE,
                null,
                null,
                HappenedAt.filledIn(BEFORE));
    }

    static AssignmentAccepted accepted() {
        return new AssignmentAccepted(ID, QUESTION, BODY, BEFORE);
    }

    /** As older history has it: of all parts that were due. */
    static AssignmentReturned returned() {
        return returned(BEFORE);
    }

    static AssignmentReturned returned(Instant at, Integer... parts) {
        return new AssignmentReturned(
                ID, QUESTION, BODY, ReturnCategory.UNCLEAR, "Which allowance?", List.of(parts), at);
    }

    static AssignmentPartsTransferred transferred(Integer... parts) {
        return new AssignmentPartsTransferred(ID, QUESTION, BODY, List.of(parts), SUCCESSOR, BEFORE);
    }

    static AssignmentClosed closed() {
        return closed(ClosingReason.TRANSFERRED);
    }

    static AssignmentClosed closed(ClosingReason reason) {
        return new AssignmentClosed(ID, QUESTION, BODY, reason, BEFORE);
    }

    static AnswerCleared cleared() {
        return cleared(ANSWER, words(1, 2));
    }

    static AnswerCleared cleared(AnswerId answer, List<PartAnswer> words) {
        return cleared(answer, words, BEFORE);
    }

    static AnswerCleared cleared(AnswerId answer, List<PartAnswer> words, Instant at) {
        return new AnswerCleared(ID, QUESTION, answer, BODY, words, DIRECTOR, at);
    }

    static AnswerPublished published() {
        return published(ANSWER, words(1, 2), BEFORE);
    }

    static AnswerPublished published(AnswerId answer, List<PartAnswer> words, Instant at) {
        return new AnswerPublished(
                ID, QUESTION, PROGRAMME, answer, BODY, AnsweringRole.LEAD, words, DIRECTOR, null, at);
    }

    static AnswerCorrected corrected(int number, List<PartAnswer> words, Instant at) {
        return new AnswerCorrected(ID, QUESTION, ANSWER, BODY, number, words, "A wrong figure", DIRECTOR, at);
    }

    static AssignmentReopened reopened(int round, Integer... parts) {
        return new AssignmentReopened(ID, QUESTION, BODY, round, List.of(parts), "Not to the point", BEFORE);
    }

    static List<PartAnswer> words(int... parts) {
        return IntStream.of(parts)
                .mapToObj(part -> words(part, "Answer to " + part))
                .toList();
    }

    static PartAnswer words(int part, String text) {
        return new PartAnswer(part, text, Disposition.EXPLAINED);
    }

    private static FixtureConfiguration<Assignment> fixture() {
        return Fixtures.of(Assignment.class)
                .registerInjectableResource(new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh")))
                .registerInjectableResource(new AnsweringFor(REFERENCES));
    }
}
