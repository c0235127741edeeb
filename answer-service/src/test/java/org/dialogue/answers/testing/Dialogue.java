package org.dialogue.answers.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.Identifier;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.RecordedEvent;

/** dialogue-service as this service sees it: its events, published to the real topic. */
public final class Dialogue implements AutoCloseable {

    public static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    public static final Instant RAISED = Instant.parse("2023-07-01T02:00:00Z");
    public static final Instant ASSIGNED = Instant.parse("2023-07-03T02:00:00Z");

    private static final BilingualName NAME = new BilingualName("Ten", "Name");

    private final OtherService service;
    private final Map<Identifier, Long> sequences = new ConcurrentHashMap<>();
    private boolean introduced;

    public Dialogue(String topic) {
        service = new OtherService(topic, "dialogue-service");
    }

    /** Tells of the programme, bodies, heads and an authority, if it has not yet. */
    public synchronized void introduceOnce() {
        if (introduced) {
            return;
        }
        introduced = true;
        announce(PROGRAMME);
        registerBody("home-affairs", BodyKind.DEPARTMENT);
        registerBody("police", BodyKind.DEPARTMENT);
        registerBody("peoples-committee", BodyKind.LEADERSHIP);
        appointHead("home-affairs");
        appointHead("police");
        registerAuthority("central");
    }

    public void registerBody(String code, BodyKind kind) {
        BodyId body = new BodyId(code);
        publish("body", body, new AnsweringBodyRegistered(body, NAME, kind, List.of(), null, RAISED));
    }

    /** Registers the person that {@link TestActors#headOf} signs in as, and appoints it. */
    public void appointHead(String code) {
        PersonReference head = registerPerson("head-" + code, new BodyId(code));
        publish("body", new BodyId(code), new BodyHeadAppointed(new BodyId(code), head, RAISED));
    }

    public PersonReference registerPerson(String id, BodyId body) {
        PersonReference person = new PersonReference(new PersonId(id), "office", null, body, "0".repeat(64));
        publish("person", person.id(), new PersonRegistered(person.id(), person, RAISED));
        return person;
    }

    public void registerAuthority(String id) {
        AuthorityId authority = new AuthorityId(id);
        publish("authority", authority, new HigherAuthorityRegistered(authority, NAME, RAISED));
    }

    public void announce(ProgrammeId programme) {
        publish(
                "programme",
                programme,
                new ProgrammeAnnounced(programme, 2023, NAME, new BodyId("standing-committee"), null, null, RAISED));
    }

    public void archive(ProgrammeId programme) {
        publish("programme", programme, new ProgrammeArchived(programme, RAISED));
    }

    public void raise(String question, int parts) {
        raise(question, parts, PROGRAMME, Visibility.toEverybody());
    }

    public void raise(String question, int parts, ProgrammeId programme, Visibility visibility) {
        QuestionId id = new QuestionId(question);
        PersonReference asker = new PersonReference(
                new PersonId("person-dien-lam"), "Chair", new UnitId("dien-lam"), null, "0".repeat(64));
        publish(
                "question",
                id,
                new QuestionRaised(
                        id,
                        programme,
                        Direction.TO_LEADERSHIP,
                        asker,
                        new UnitId("dien-lam"),
                        "What about it?",
                        IntStream.rangeClosed(1, parts)
                                .mapToObj(number -> new QuestionPart(number, "Part " + number, List.of()))
                                .toList(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        visibility,
                        RAISED));
    }

    public RecordedEvent assign(String question, String assignment, String body, Integer... parts) {
        QuestionId id = new QuestionId(question);
        return publish(
                "question",
                id,
                new QuestionAssigned(
                        id,
                        PROGRAMME,
                        new AssignmentId(assignment),
                        new BodyId(body),
                        AnsweringRole.LEAD,
                        List.of(parts),
                        Due.noneSet(),
                        ASSIGNED,
                        null,
                        ASSIGNED));
    }

    public RecordedEvent transfer(
            String question, String former, String formerBody, String assignment, String body, Integer... parts) {
        QuestionId id = new QuestionId(question);
        return publish(
                "question",
                id,
                new AssignmentTransferred(
                        id,
                        PROGRAMME,
                        new AssignmentId(former),
                        new BodyId(formerBody),
                        new AssignmentId(assignment),
                        new BodyId(body),
                        AnsweringRole.LEAD,
                        List.of(parts),
                        Due.noneSet(),
                        ASSIGNED,
                        "Not theirs",
                        ASSIGNED.plusSeconds(60)));
    }

    public RecordedEvent reopen(String question, int round, List<Integer> parts, String... assignments) {
        QuestionId id = new QuestionId(question);
        return publish(
                "question",
                id,
                new QuestionReopened(
                        id,
                        round,
                        parts,
                        List.of(assignments).stream().map(AssignmentId::new).toList(),
                        "Not to the point",
                        ASSIGNED.plusSeconds(120)));
    }

    public RecordedEvent withdraw(String question) {
        QuestionId id = new QuestionId(question);
        return publish("question", id, new QuestionWithdrawn(id, "Settled", ASSIGNED.plusSeconds(180)));
    }

    /** Tells that an answer reached the question. */
    public RecordedEvent note(String question, String assignment, String body, String answer, Integer... parts) {
        QuestionId id = new QuestionId(question);
        return publish(
                "question",
                id,
                new AnswerNoted(
                        id,
                        new AssignmentId(assignment),
                        new AnswerId(answer),
                        new BodyId(body),
                        List.of(parts).stream()
                                .map(part -> new PartDisposition(part, Disposition.EXPLAINED))
                                .toList(),
                        ASSIGNED.plusSeconds(90)));
    }

    public RecordedEvent restore(String question) {
        QuestionId id = new QuestionId(question);
        return publish(
                "question",
                id,
                new QuestionWithdrawalCorrected(id, false, null, "Another was meant", ASSIGNED.plusSeconds(240)));
    }

    public void correct(String question, String text, QuestionPart... parts) {
        QuestionId id = new QuestionId(question);
        publish("question", id, new QuestionCorrected(id, text, List.of(parts), null, "Mistyped", ASSIGNED));
    }

    public void changeVisibility(String question, Visibility visibility) {
        QuestionId id = new QuestionId(question);
        publish("question", id, new QuestionVisibilityChanged(id, visibility, "Decided", ASSIGNED));
    }

    public void carryOver(String question, ProgrammeId programme) {
        QuestionId id = new QuestionId(question);
        publish("question", id, new QuestionCarriedOver(id, PROGRAMME, programme, "It takes longer", ASSIGNED));
    }

    public void group(String follower, String lead) {
        QuestionId id = new QuestionId(follower);
        publish("question", id, new QuestionGrouped(id, new QuestionId(lead), ASSIGNED));
    }

    /** Kafka may deliver a record twice. */
    public void deliverAgain(RecordedEvent event) {
        service.publish(event);
    }

    @Override
    public void close() {
        service.close();
    }

    private RecordedEvent publish(String type, Identifier id, DialogueEvent event) {
        long sequence = sequences.merge(id, 0L, (before, first) -> before + 1);
        return service.publish(type, id.toString(), sequence, event, TestActors.secretariat());
    }
}
