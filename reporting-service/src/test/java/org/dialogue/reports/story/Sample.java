package org.dialogue.reports.story;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.commitment.CommittedBy;
import org.dialogue.events.commitment.Measure;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.BodyKind;
import org.dialogue.events.directory.UnitKind;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.ReturnCategory;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/** Events with everything filled in that a test does not care about. */
public final class Sample {

    public static final ProgrammeId PROGRAMME = new ProgrammeId("2023");
    public static final UnitId PROVINCE = new UnitId("nghe-an");
    public static final UnitId DISTRICT = new UnitId("hung-nguyen");
    public static final UnitId COMMUNE = new UnitId("xuan-lam");
    public static final UnitId OTHER_COMMUNE = new UnitId("nga-my");
    public static final BodyId HOME_AFFAIRS = new BodyId("home-affairs");
    public static final BodyId POLICE = new BodyId("police");
    public static final BodyId STANDING_COMMITTEE = new BodyId("standing-committee");
    public static final Instant DAY_1 = Instant.parse("2023-11-02T02:00:00Z");

    private Sample() {}

    public static Instant day(int day) {
        return DAY_1.plusSeconds(86_400L * (day - 1));
    }

    /** A province with one district with one commune, another commune directly below, three bodies, one programme. */
    public static Story story() {
        return new Story()
                .then(
                        unit(PROVINCE, UnitKind.PROVINCE, null),
                        unit(DISTRICT, UnitKind.DISTRICT, PROVINCE),
                        unit(COMMUNE, UnitKind.COMMUNE, DISTRICT),
                        unit(OTHER_COMMUNE, UnitKind.COMMUNE, PROVINCE),
                        body(HOME_AFFAIRS),
                        body(POLICE),
                        body(STANDING_COMMITTEE),
                        new ProgrammeAnnounced(
                                PROGRAMME, 2023, name("Doi thoai 2023"), STANDING_COMMITTEE, null, null, DAY_1));
    }

    public static AdministrativeUnitRegistered unit(UnitId id, UnitKind kind, @Nullable UnitId parent) {
        return new AdministrativeUnitRegistered(id, name(id.value()), kind, parent, DAY_1);
    }

    public static AnsweringBodyRegistered body(BodyId id) {
        return new AnsweringBodyRegistered(id, name(id.value()), BodyKind.DEPARTMENT, List.of(), null, DAY_1);
    }

    public static BilingualName name(String name) {
        return new BilingualName(name + " (vi)", name + " (en)");
    }

    public static PersonReference person(String id) {
        return new PersonReference(new PersonId(id), "Party Secretary", COMMUNE, null, "0".repeat(64));
    }

    public static QuestionRaised raised(String id, UnitId unit, int parts) {
        return raised(id, unit, parts, Visibility.toEverybody());
    }

    /** Part n has the topic {@code topic-n}; the question as a whole has {@code cadres}. */
    public static QuestionRaised raised(String id, UnitId unit, int parts, Visibility visibility) {
        return new QuestionRaised(
                new QuestionId(id),
                PROGRAMME,
                Direction.TO_LEADERSHIP,
                person("delegate-of-" + unit.value()),
                unit,
                "What about " + id + "?",
                IntStream.rangeClosed(1, parts)
                        .mapToObj(part -> new QuestionPart(part, "Part " + part, List.of("topic-" + part)))
                        .toList(),
                List.of("cadres"),
                List.of(),
                null,
                List.of(),
                visibility,
                DAY_1);
    }

    public static QuestionAssigned assigned(
            String question, String slot, BodyId body, AnsweringRole role, Integer... parts) {
        return new QuestionAssigned(
                new QuestionId(question),
                PROGRAMME,
                new AssignmentId(slot),
                body,
                role,
                List.of(parts),
                Due.noneSet(),
                day(2),
                null,
                day(2));
    }

    public static AssignmentOpened opened(QuestionAssigned assigned) {
        return new AssignmentOpened(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.programmeId(),
                assigned.body(),
                assigned.role(),
                assigned.parts(),
                assigned.due(),
                assigned.clockStartedAt(),
                null,
                null,
                assigned.happenedAt());
    }

    public static AssignmentAccepted accepted(QuestionAssigned assigned) {
        return new AssignmentAccepted(assigned.assignmentId(), assigned.questionId(), assigned.body(), day(3));
    }

    public static AssignmentReturned returned(QuestionAssigned assigned) {
        return new AssignmentReturned(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.body(),
                ReturnCategory.NOT_RESPONSIBLE,
                "Not ours",
                List.of(),
                day(3));
    }

    public static AssignmentReturnNoted returnNoted(QuestionAssigned assigned) {
        return new AssignmentReturnNoted(
                assigned.questionId(),
                assigned.assignmentId(),
                assigned.body(),
                ReturnCategory.NOT_RESPONSIBLE,
                "Not ours",
                List.of(),
                day(3));
    }

    public static AssignmentTransferred transferred(QuestionAssigned former, String slot, BodyId body) {
        return new AssignmentTransferred(
                former.questionId(),
                former.programmeId(),
                former.assignmentId(),
                former.body(),
                new AssignmentId(slot),
                body,
                former.role(),
                former.parts(),
                former.due(),
                former.clockStartedAt(),
                "Theirs",
                day(4));
    }

    public static AnswerPublished published(
            QuestionAssigned assigned, String answer, Disposition disposition, Integer... parts) {
        return new AnswerPublished(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.programmeId(),
                new AnswerId(answer),
                assigned.body(),
                assigned.role(),
                Stream.of(parts)
                        .map(part -> new PartAnswer(part, answer + " to part " + part, disposition))
                        .toList(),
                person("head"),
                null,
                day(5));
    }

    public static AnswerNoted noted(AnswerPublished published) {
        return new AnswerNoted(
                published.questionId(),
                published.assignmentId(),
                published.answerId(),
                published.body(),
                published.parts().stream()
                        .map(part -> new PartDisposition(part.part(), part.proposedDisposition()))
                        .toList(),
                published.happenedAt());
    }

    public static AnswerCorrected corrected(AnswerPublished published, Disposition disposition, Integer... parts) {
        return new AnswerCorrected(
                published.assignmentId(),
                published.questionId(),
                published.answerId(),
                published.body(),
                1,
                Stream.of(parts)
                        .map(part -> new PartAnswer(part, "corrected", disposition))
                        .toList(),
                "A slip",
                person("head"),
                day(6));
    }

    public static QuestionConcluded concluded(String question, Disposition disposition, Integer... parts) {
        return new QuestionConcluded(
                new QuestionId(question),
                person("chair"),
                Stream.of(parts)
                        .map(part -> new PartConclusion(part, disposition, "So decided on part " + part))
                        .toList(),
                day(7));
    }

    public static QuestionReopened reopened(QuestionAssigned assigned, int round, Integer... parts) {
        return new QuestionReopened(
                assigned.questionId(),
                round,
                List.of(parts),
                List.of(assigned.assignmentId()),
                "That is no answer",
                day(8));
    }

    public static AssignmentReopened reopenedAtDesk(QuestionAssigned assigned, int round, Integer... parts) {
        return new AssignmentReopened(
                assigned.assignmentId(),
                assigned.questionId(),
                assigned.body(),
                round,
                List.of(parts),
                "That is no answer",
                day(8));
    }

    public static FollowUpCommitted promised(
            String id, List<QuestionParts> subjects, Due due, @Nullable Measure measure, BodyId... bodies) {
        return new FollowUpCommitted(
                new CommitmentId(id),
                PROGRAMME,
                subjects,
                CommittedBy.BODIES,
                List.of(bodies),
                null,
                "We will do " + id,
                due,
                measure,
                List.of(),
                null,
                day(6));
    }

    public static List<QuestionParts> about(String question, Integer... parts) {
        return List.of(new QuestionParts(new QuestionId(question), List.of(parts)));
    }
}
