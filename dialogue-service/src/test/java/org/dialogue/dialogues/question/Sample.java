package org.dialogue.dialogues.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.dialogue.dialogues.programme.Stage;
import org.dialogue.dialogues.question.QuestionCommand.AssignQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.NewAssignment;
import org.dialogue.dialogues.question.QuestionCommand.NoteAnswer;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.question.QuestionCommand.TransferAssignment;
import org.dialogue.dialogues.testing.FakeDirectory;
import org.dialogue.dialogues.testing.FakePeople;
import org.dialogue.dialogues.testing.FakeProgrammes;
import org.dialogue.dialogues.testing.Given;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.RegulationReference;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.HostCalendar;

/** A question in two parts from Dien Lam, and what can become of it. */
final class Sample {

    static final QuestionId ID = new QuestionId("p1");
    static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    static final ProgrammeId ARCHIVED = new ProgrammeId("2019");
    static final ProgrammeId NEXT = new ProgrammeId("2024");
    static final UnitId DIEN_LAM = new UnitId("dien-lam");
    static final BodyId HOME_AFFAIRS = new BodyId("home-affairs");
    static final BodyId POLICE = new BodyId("police");
    static final BodyId FINANCE = new BodyId("finance");
    static final AssignmentId TAKEN = new AssignmentId("taken");
    static final Instant THEN = Instant.parse("2023-08-17T02:00:00Z");
    static final Instant LATER = THEN.plusSeconds(3600);
    static final Due DUE = Due.by(LocalDate.of(2023, 9, 30));
    static final PersonReference NGA =
            new PersonReference(new PersonId("le-anh-nga"), "Party Secretary", DIEN_LAM, null, "ab");
    static final PersonReference QUY = new PersonReference(
            new PersonId("thai-thanh-quy"), "Provincial Party Secretary", null, new BodyId("standing-committee"), "cd");
    static final Visibility RESTRICTED = new Visibility(Visibility.Kind.RESTRICTED, List.of(HOME_AFFAIRS));
    static final Visibility INTERNAL = new Visibility(Visibility.Kind.INTERNAL, List.of());

    static final HostCalendar CALENDAR = new HostCalendar(ZoneId.of("Asia/Ho_Chi_Minh"));
    static final FakeDirectory DIRECTORY = new FakeDirectory();
    static final FakePeople PEOPLE = new FakePeople().with(NGA, QUY);
    static final FakeProgrammes PROGRAMMES = new FakeProgrammes()
            .with(PROGRAMME, Stage.OPEN, NGA)
            .with(ARCHIVED, Stage.ARCHIVED, NGA)
            .with(NEXT, Stage.OPEN);

    private static final List<QuestionPart> PARTS = List.of(
            new QuestionPart(1, "Let part-time workers move up.", List.of("cadres")),
            new QuestionPart(2, "Raise their allowance.", List.of("allowances")));
    private static final List<RegulationReference> REFERENCES =
            List.of(new RegulationReference("33", "Commune-level cadres", "Government", null));
    private static final SourceNote SOURCE = new SourceNote("000", null);

    private Sample() {}

    static FixtureConfiguration<Question> fixture() {
        return fixture(PEOPLE);
    }

    static FixtureConfiguration<Question> fixture(FakePeople people) {
        return fixture(people, PROGRAMMES);
    }

    static FixtureConfiguration<Question> fixture(FakePeople people, FakeProgrammes programmes) {
        return Given.fixture(Question.class)
                .registerInjectableResource(DIRECTORY)
                .registerInjectableResource(people)
                .registerInjectableResource(assignmentIds())
                .registerInjectableResource(programmes)
                .registerInjectableResource(CALENDAR);
    }

    /** {@return assignment ids of which {@code taken} belongs to another question} */
    static AssignmentIds assignmentIds() {
        Map<AssignmentId, QuestionId> owners = new HashMap<>(Map.of(TAKEN, new QuestionId("another")));
        return (id, asking) -> owners.computeIfAbsent(id, fresh -> asking);
    }

    static RaiseQuestion raising(Direction direction, PersonReference asker, UnitId unit, String text, Instant at) {
        return new RaiseQuestion(
                ID,
                PROGRAMME,
                direction,
                asker.id(),
                unit,
                text,
                PARTS,
                List.of("cadres"),
                REFERENCES,
                SOURCE,
                List.of(),
                INTERNAL,
                HappenedAt.filledIn(at));
    }

    static QuestionRaised raised() {
        return raised(Direction.TO_LEADERSHIP, NGA, INTERNAL);
    }

    static QuestionRaised raised(Visibility visibility) {
        return raised(Direction.TO_LEADERSHIP, NGA, visibility);
    }

    static QuestionRaised raised(Direction direction, PersonReference asker, Visibility visibility) {
        return raised(direction, asker, visibility, THEN);
    }

    static QuestionRaised raised(Direction direction, PersonReference asker, Visibility visibility, Instant at) {
        return new QuestionRaised(
                ID,
                PROGRAMME,
                direction,
                asker,
                DIEN_LAM,
                "What becomes of part-time workers?",
                PARTS,
                List.of("cadres"),
                REFERENCES,
                SOURCE,
                List.of(),
                visibility,
                at);
    }

    static AssignQuestion assigning(NewAssignment... assignments) {
        return new AssignQuestion(ID, List.of(assignments), HappenedAt.filledIn(LATER));
    }

    static NewAssignment asking(String id, BodyId body, AnsweringRole role, Integer... parts) {
        return new NewAssignment(new AssignmentId(id), true, body, role, List.of(parts), DUE, null);
    }

    static QuestionAssigned assigned(String id, BodyId body, AnsweringRole role, Instant at, Integer... parts) {
        return new QuestionAssigned(ID, PROGRAMME, new AssignmentId(id), body, role, List.of(parts), DUE, at, null, at);
    }

    /** Home Affairs leads on both parts as {@code a1}. */
    static QuestionAssigned assignedToHomeAffairs() {
        return assigned("a1", HOME_AFFAIRS, AnsweringRole.LEAD, THEN, 1, 2);
    }

    /** Finance answers beside it on part 2 as {@code a2}. */
    static QuestionAssigned financeBesideOnPartTwo() {
        return assigned("a2", FINANCE, AnsweringRole.COORDINATING, THEN, 2);
    }

    static TransferAssignment transferring(String from, String to, BodyId body) {
        return new TransferAssignment(
                ID,
                new AssignmentId(from),
                new AssignmentId(to),
                true,
                body,
                List.of(),
                "not theirs to answer",
                HappenedAt.filledIn(LATER));
    }

    /** {@code a1}, with its parts, its due date and its clock, passes to the police as {@code a9}. */
    static AssignmentTransferred transferredToPolice() {
        return new AssignmentTransferred(
                ID,
                PROGRAMME,
                new AssignmentId("a1"),
                HOME_AFFAIRS,
                new AssignmentId("a9"),
                POLICE,
                AnsweringRole.LEAD,
                List.of(1, 2),
                DUE,
                THEN,
                "not theirs to answer",
                LATER);
    }

    static AssignmentReturnNoted returned(String assignment) {
        return new AssignmentReturnNoted(
                ID,
                new AssignmentId(assignment),
                HOME_AFFAIRS,
                ReturnCategory.NOT_RESPONSIBLE,
                "ask police",
                List.of(),
                THEN);
    }

    static NoteAnswer answering(String assignment, String answer, BodyId body, Integer... parts) {
        return new NoteAnswer(
                ID,
                new AssignmentId(assignment),
                new AnswerId(answer),
                body,
                dispositions(parts),
                HappenedAt.filledIn(LATER));
    }

    static AnswerNoted answerNoted(String assignment, String answer, BodyId body, Integer... parts) {
        return new AnswerNoted(
                ID, new AssignmentId(assignment), new AnswerId(answer), body, dispositions(parts), LATER);
    }

    static QuestionAnswered answered() {
        return new QuestionAnswered(ID, LATER);
    }

    /** Raised, assigned to Home Affairs, answered by it. */
    static List<QuestionEvent> answeredHistory() {
        return List.of(raised(), assignedToHomeAffairs(), answerNoted("a1", "x1", HOME_AFFAIRS, 1, 2), answered());
    }

    static ConcludeQuestion concluding(PartConclusion... conclusions) {
        return new ConcludeQuestion(ID, List.of(conclusions), HappenedAt.filledIn(LATER));
    }

    static PartConclusion conclusion(int part, String text) {
        return new PartConclusion(part, Disposition.EXPLAINED, text);
    }

    static QuestionConcluded concluded() {
        return new QuestionConcluded(ID, QUY, List.of(conclusion(1, "noted"), conclusion(2, "noted")), LATER);
    }

    static QuestionReopened reopened(int round, List<String> assignments, Integer... parts) {
        return new QuestionReopened(
                ID,
                round,
                List.of(parts),
                assignments.stream().map(AssignmentId::new).toList(),
                "this was not the question",
                LATER);
    }

    static QuestionWithdrawn withdrawn() {
        return new QuestionWithdrawn(ID, "settled", LATER);
    }

    static List<QuestionEvent> with(List<QuestionEvent> history, QuestionEvent... more) {
        return Stream.concat(history.stream(), Stream.of(more)).toList();
    }

    static QuestionState stateAfter(QuestionEvent... events) {
        QuestionState state = null;
        for (QuestionEvent event : events) {
            state = QuestionState.after(state, event);
        }
        return state;
    }

    private static List<PartDisposition> dispositions(Integer... parts) {
        return Arrays.stream(parts)
                .map(part -> new PartDisposition(part, Disposition.EXPLAINED))
                .toList();
    }
}
