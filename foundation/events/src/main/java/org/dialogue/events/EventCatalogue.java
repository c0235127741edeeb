package org.dialogue.events;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCleared;
import org.dialogue.events.assignment.AssignmentEvent.AnswerCorrected;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentAccepted;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentClosed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentOpened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentPartsTransferred;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReopened;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentResumed;
import org.dialogue.events.assignment.AssignmentEvent.AssignmentReturned;
import org.dialogue.events.assignment.AssignmentEvent.HoldingAnswerGiven;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentAwaitsAuthority;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCarriedOver;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentCompletionClaimed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentResumed;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentSentBack;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerdictCorrected;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentVerified;
import org.dialogue.events.commitment.CommitmentEvent.FollowUpCommitted;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent.BodyHeadAppointed;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.people.PersonEvent.PersonNameErased;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.programme.ProgrammeEvent.BackgroundFiguresRecorded;
import org.dialogue.events.programme.ProgrammeEvent.DelegateRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.question.QuestionEvent.AnswerNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentReturnNoted;
import org.dialogue.events.question.QuestionEvent.AssignmentTransferred;
import org.dialogue.events.question.QuestionEvent.QuestionAnswered;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionConclusionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionPartsConcluded;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionReopened;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawalCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;

/** Every event there is, by its logical name. What is not in here can be neither stored nor understood. */
public final class EventCatalogue {

    private static final List<EventType> TYPES = Stream.of(
                    new EventType("administrative-unit-registered", 1, AdministrativeUnitRegistered.class),
                    new EventType("administrative-unit-renamed", 1, AdministrativeUnitRenamed.class),
                    new EventType("answering-body-registered", 1, AnsweringBodyRegistered.class),
                    new EventType("answering-body-renamed", 1, AnsweringBodyRenamed.class),
                    new EventType("body-head-appointed", 1, BodyHeadAppointed.class),
                    new EventType("higher-authority-registered", 1, HigherAuthorityRegistered.class),
                    new EventType("person-registered", 1, PersonRegistered.class),
                    new EventType("person-office-changed", 1, PersonOfficeChanged.class),
                    new EventType("person-name-erased", 1, PersonNameErased.class),
                    new EventType("programme-announced", 1, ProgrammeAnnounced.class),
                    new EventType("delegate-registered", 1, DelegateRegistered.class),
                    new EventType("programme-opened", 1, ProgrammeOpened.class),
                    new EventType("background-figures-recorded", 1, BackgroundFiguresRecorded.class),
                    new EventType("session-held", 1, SessionHeld.class),
                    new EventType("programme-concluded", 1, ProgrammeConcluded.class),
                    new EventType("programme-archived", 1, ProgrammeArchived.class),
                    new EventType("question-raised", 1, QuestionRaised.class),
                    new EventType("question-grouped", 1, QuestionGrouped.class),
                    new EventType("question-ungrouped", 1, QuestionUngrouped.class),
                    new EventType("question-assigned", 1, QuestionAssigned.class),
                    new EventType("assignment-transferred", 1, AssignmentTransferred.class),
                    new EventType("assignment-return-noted", 1, AssignmentReturnNoted.class),
                    new EventType("answer-noted", 1, AnswerNoted.class),
                    new EventType("question-answered", 1, QuestionAnswered.class),
                    new EventType("question-concluded", 1, QuestionConcluded.class),
                    new EventType("question-reopened", 1, QuestionReopened.class),
                    new EventType("question-withdrawn", 1, QuestionWithdrawn.class),
                    new EventType("question-parts-concluded", 1, QuestionPartsConcluded.class),
                    new EventType("question-corrected", 1, QuestionCorrected.class),
                    new EventType("question-visibility-changed", 1, QuestionVisibilityChanged.class),
                    new EventType("question-follower-added", 1, QuestionFollowerAdded.class),
                    new EventType("question-follower-released", 1, QuestionFollowerReleased.class),
                    new EventType("question-conclusion-corrected", 1, QuestionConclusionCorrected.class),
                    new EventType("question-withdrawal-corrected", 1, QuestionWithdrawalCorrected.class),
                    new EventType("question-carried-over", 1, QuestionCarriedOver.class),
                    new EventType("assignment-opened", 1, AssignmentOpened.class),
                    new EventType("assignment-accepted", 1, AssignmentAccepted.class),
                    new EventType("assignment-returned", 1, AssignmentReturned.class),
                    new EventType("holding-answer-given", 1, HoldingAnswerGiven.class),
                    new EventType("answer-cleared", 1, AnswerCleared.class),
                    new EventType("answer-published", 1, AnswerPublished.class),
                    new EventType("answer-corrected", 1, AnswerCorrected.class),
                    new EventType("assignment-reopened", 1, AssignmentReopened.class),
                    new EventType("assignment-closed", 1, AssignmentClosed.class),
                    new EventType("assignment-parts-transferred", 1, AssignmentPartsTransferred.class),
                    new EventType("assignment-resumed", 1, AssignmentResumed.class),
                    new EventType("follow-up-committed", 1, FollowUpCommitted.class),
                    new EventType("commitment-progress-reported", 1, CommitmentProgressReported.class),
                    new EventType("commitment-awaits-authority", 1, CommitmentAwaitsAuthority.class),
                    new EventType("commitment-resumed", 1, CommitmentResumed.class),
                    new EventType("commitment-completion-claimed", 1, CommitmentCompletionClaimed.class),
                    new EventType("commitment-verified", 1, CommitmentVerified.class),
                    new EventType("commitment-sent-back", 1, CommitmentSentBack.class),
                    new EventType("commitment-verdict-corrected", 1, CommitmentVerdictCorrected.class),
                    new EventType("commitment-carried-over", 1, CommitmentCarriedOver.class),
                    new EventType("ledger-alarm-raised", 1, LedgerAlarmRaised.class),
                    new EventType("ledger-alarm-acknowledged", 1, LedgerAlarmAcknowledged.class))
            .toList();

    private static final Map<String, EventType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private static final Map<Class<?>, EventType> BY_CLASS =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private EventCatalogue() {}

    /** {@return all entries, in the order in which a question meets them} */
    public static List<EventType> types() {
        return TYPES;
    }

    /**
     * Looks an event up by its logical name.
     *
     * @param name such as {@code question-raised}
     * @return its newest revision, or empty if the name is not known
     */
    public static Optional<EventType> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * Looks an event up by its record.
     *
     * @param type the record's class
     * @return its entry, or empty if the class is no event
     */
    public static Optional<EventType> byClass(Class<?> type) {
        return Optional.ofNullable(BY_CLASS.get(type));
    }
}
