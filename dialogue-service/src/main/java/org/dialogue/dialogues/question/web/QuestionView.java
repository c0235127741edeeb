package org.dialogue.dialogues.question.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.dialogues.question.AnswerSlot;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.QuestionStatus;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.Attachment;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.PartDisposition;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
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
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.SourceNote;
import org.dialogue.events.vocabulary.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A question as shown.
 *
 * @param number its running number in the programme where it was raised
 * @param programmeId the programme in which it is followed up
 * @param status where it stands; with a lead, where that stands
 * @param text as put right since; the first words are in {@code original}
 * @param original what was asked in the first words, once they were put right
 * @param lead the question that leads its group, whose answer and conclusion serve both
 * @param followers the questions that it leads, as far as the reader may read them
 * @param assignments every share ever given to a body, oldest first
 */
record QuestionView(
        QuestionId questionId,
        @Nullable Long number,
        ProgrammeId programmeId,
        QuestionStatus status,
        Direction direction,
        PersonReference asker,
        UnitId unit,
        String text,
        List<Part> parts,
        List<String> topics,
        @Nullable Original original,
        List<Correction> corrections,
        List<RegulationReference> references,
        @Nullable SourceNote source,
        List<Attachment> attachments,
        Visibility visibility,
        List<VisibilityChange> visibilityChanges,
        List<CarryOver> carryOvers,
        @Nullable QuestionId lead,
        List<QuestionId> followers,
        List<Assignment> assignments,
        @Nullable Conclusion conclusion,
        @Nullable Reopening reopening,
        @Nullable Withdrawal withdrawal,
        Instant happenedAt) {

    /** What a question's own history does not tell: its number, and its group as the reader may see it. */
    record Surroundings(@Nullable Long number, @Nullable QuestionState lead, List<QuestionId> followers) {}

    /**
     * One thing asked.
     *
     * @param answered whether every body that was asked has answered it, and at least one was asked
     * @param concluded whether the chair's decision on it stands
     * @param slots the shares that count for it
     */
    record Part(int number, String text, List<String> topics, boolean answered, boolean concluded, List<Slot> slots) {}

    /** One body's share in a part. */
    record Slot(AssignmentId assignmentId, BodyId body, AnsweringRole role, boolean answered) {}

    /** What was asked, in the first words. */
    record Original(String text, List<QuestionPart> parts, List<String> topics) {}

    /** What was put right; what is absent or not listed stayed. */
    record Correction(
            @Nullable String text,
            List<QuestionPart> parts,
            @Nullable List<String> topics,
            String reason,
            Instant happenedAt) {}

    /** Who may read it from then on. */
    record VisibilityChange(Visibility visibility, String reason, Instant happenedAt) {}

    /** Where it is followed up from then on. */
    record CarryOver(ProgrammeId formerProgramme, ProgrammeId programmeId, String reason, Instant happenedAt) {}

    /**
     * One body's share in the question.
     *
     * @param parts all parts that the body was asked to answer
     * @param openParts those of them that it owes, for the first time or again
     * @param standings where each part stands
     * @param transferReason why it came from another body, if it did
     * @param returned what it handed back last, while any of that waits for the secretariat
     * @param passedTo the share that took the last parts over
     */
    record Assignment(
            AssignmentId assignmentId,
            BodyId body,
            AnsweringRole role,
            AnswerSlot.State state,
            List<Integer> parts,
            List<Integer> openParts,
            List<Standing> standings,
            Due due,
            Instant clockStartedAt,
            @Nullable String note,
            @Nullable String transferReason,
            @Nullable Return returned,
            List<Return> returns,
            @Nullable AssignmentId passedTo,
            List<Passing> passedOn,
            List<Answer> answers) {}

    /** Where one part of a share stands. */
    record Standing(int part, AnswerSlot.Standing standing) {}

    /** Why a body handed parts of its share back. */
    record Return(ReturnCategory category, String text, List<Integer> parts, Instant happenedAt) {}

    /** What passed on to another share. */
    record Passing(AssignmentId assignmentId, BodyId body, List<Integer> parts, String reason, Instant happenedAt) {}

    /** What a body proposes in an answer; the words are in answer-service. */
    record Answer(AnswerId answerId, List<PartDisposition> dispositions, Instant happenedAt) {}

    /**
     * What the chair decided.
     *
     * @param conclusions the last decision on each part
     * @param decisions all decisions and corrections, oldest first
     */
    record Conclusion(
            PersonReference chair, List<PartDecision> conclusions, Instant happenedAt, List<Decision> decisions) {}

    /** The last decision on one part; after a reopening it stands no longer. */
    record PartDecision(int part, Disposition disposition, String text, boolean stands) {}

    /** One decision of the chair; with a reason where it puts another one right. */
    record Decision(
            PersonReference chair,
            List<PartConclusion> conclusions,
            @Nullable String reason,
            Instant happenedAt) {}

    /** What the asker objected to last. */
    record Reopening(int round, List<Integer> parts, String reason, Instant happenedAt) {}

    /**
     * Why the asker took it back last.
     *
     * @param stands false if it was taken back by mistake
     */
    record Withdrawal(String reason, boolean stands, Instant happenedAt, List<WithdrawalCorrection> corrections) {}

    /** How a withdrawal was put right. */
    record WithdrawalCorrection(boolean withdrawn, @Nullable String text, String reason, Instant happenedAt) {}

    static QuestionView of(QuestionState question, Surroundings around) {
        QuestionRaised raised = question.raised();
        QuestionState lead = around.lead();
        return new QuestionView(
                raised.questionId(),
                around.number(),
                question.programmeId(),
                lead == null ? question.status() : lead.status(),
                raised.direction(),
                raised.asker(),
                raised.unit(),
                question.wording().text(),
                question.wording().parts().stream()
                        .map(part -> part(question, part))
                        .toList(),
                question.wording().topics(),
                original(question),
                question.all(QuestionCorrected.class)
                        .map(event -> new Correction(
                                event.text(), event.parts(), event.topics(), event.reason(), event.happenedAt()))
                        .toList(),
                raised.references(),
                raised.source(),
                raised.attachments(),
                question.visibility(),
                question.all(QuestionVisibilityChanged.class)
                        .map(event -> new VisibilityChange(event.visibility(), event.reason(), event.happenedAt()))
                        .toList(),
                question.all(QuestionCarriedOver.class)
                        .map(event -> new CarryOver(
                                event.formerProgramme(), event.programmeId(), event.reason(), event.happenedAt()))
                        .toList(),
                lead == null ? null : lead.id(),
                around.followers(),
                question.slots().stream().map(QuestionView::assignment).toList(),
                conclusion(question),
                question.latest(QuestionReopened.class)
                        .map(event -> new Reopening(event.round(), event.parts(), event.reason(), event.happenedAt()))
                        .orElse(null),
                withdrawal(question),
                raised.happenedAt());
    }

    private static @Nullable Original original(QuestionState question) {
        QuestionRaised raised = question.raised();
        return question.latest(QuestionCorrected.class).isEmpty()
                ? null
                : new Original(raised.text(), raised.parts(), raised.topics());
    }

    private static Part part(QuestionState question, QuestionPart part) {
        List<Slot> slots = question.slotsFor(part.number())
                .map(slot -> new Slot(slot.assignmentId(), slot.body(), slot.role(), slot.hasAnswered(part.number())))
                .toList();
        return new Part(
                part.number(),
                part.text(),
                part.topics(),
                question.isAnswered(part.number()),
                question.conclusion(part.number()).isPresent(),
                slots);
    }

    private static Assignment assignment(AnswerSlot slot) {
        List<Return> returns =
                slot.returns().stream().map(QuestionView::handedBack).toList();
        List<Passing> passedOn =
                slot.passedOn().stream().map(QuestionView::passing).toList();
        boolean waits = !slot.parts(AnswerSlot.Standing.RETURNED).isEmpty();
        AssignmentTransferred takenOver = slot.takenOver();
        return new Assignment(
                slot.assignmentId(),
                slot.body(),
                slot.role(),
                slot.state(),
                slot.parts(),
                slot.parts(AnswerSlot.Standing.DUE),
                slot.standings().stream()
                        .map(standing -> new Standing(standing.part(), standing.standing()))
                        .toList(),
                slot.due(),
                slot.clockStartedAt(),
                slot.note(),
                takenOver == null ? null : takenOver.reason(),
                waits ? returns.get(returns.size() - 1) : null,
                returns,
                passedOn.isEmpty() ? null : passedOn.get(passedOn.size() - 1).assignmentId(),
                passedOn,
                slot.answers().stream().map(QuestionView::answer).toList());
    }

    private static Return handedBack(AssignmentReturnNoted noted) {
        return new Return(noted.category(), noted.text(), noted.parts(), noted.happenedAt());
    }

    private static Passing passing(AssignmentTransferred event) {
        return new Passing(event.assignmentId(), event.body(), event.parts(), event.reason(), event.happenedAt());
    }

    private static Answer answer(AnswerNoted noted) {
        return new Answer(noted.answerId(), noted.dispositions(), noted.happenedAt());
    }

    private static @Nullable Conclusion conclusion(QuestionState question) {
        List<Decision> decisions = new ArrayList<>();
        for (QuestionEvent event : question.events()) {
            if (event instanceof QuestionPartsConcluded parts) {
                decisions.add(new Decision(parts.chair(), parts.conclusions(), null, parts.happenedAt()));
            } else if (event instanceof QuestionConcluded whole) {
                decisions.add(new Decision(whole.chair(), whole.conclusions(), null, whole.happenedAt()));
            } else if (event instanceof QuestionConclusionCorrected corrected) {
                decisions.add(new Decision(
                        corrected.chair(), corrected.conclusions(), corrected.reason(), corrected.happenedAt()));
            }
        }
        if (decisions.isEmpty()) {
            return null;
        }
        Map<Integer, PartConclusion> last = new TreeMap<>(Comparator.naturalOrder());
        decisions.forEach(decision -> decision.conclusions().forEach(part -> last.put(part.part(), part)));
        Decision latest = decisions.get(decisions.size() - 1);
        return new Conclusion(
                latest.chair(),
                last.values().stream()
                        .map(part -> new PartDecision(
                                part.part(),
                                part.disposition(),
                                part.text(),
                                question.conclusion(part.part()).isPresent()))
                        .toList(),
                latest.happenedAt(),
                decisions);
    }

    private static @Nullable Withdrawal withdrawal(QuestionState question) {
        return question.latest(QuestionWithdrawn.class)
                .map(event -> new Withdrawal(
                        question.withdrawalReason(),
                        question.status() == QuestionStatus.WITHDRAWN,
                        event.happenedAt(),
                        question.all(QuestionWithdrawalCorrected.class)
                                .map(corrected -> new WithdrawalCorrection(
                                        corrected.withdrawn(),
                                        corrected.text(),
                                        corrected.reason(),
                                        corrected.happenedAt()))
                                .toList()))
                .orElse(null);
    }
}
