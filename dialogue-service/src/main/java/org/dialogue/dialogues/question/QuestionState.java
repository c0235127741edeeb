package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.question.QuestionEvent;
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
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.jspecify.annotations.Nullable;

/**
 * A question as its own events tell it. The aggregate decides on this, and a reader is shown this: there is no second
 * account that could differ. Every history adds up, also one that today's rules would not let come about.
 *
 * @param raised how it began, in the first words
 * @param programmeId the programme in which it is followed up
 * @param wording what is asked, as put right since
 * @param visibility who may read it now
 * @param lead the question that leads the group it was put into
 * @param followers the questions that it leads
 * @param slots every share ever given to a body, oldest first, those passed on included
 * @param conclusions the chair's decisions that stand, in the order of parts
 * @param beforeWithdrawal where it stood when it was withdrawn; null unless it is
 * @param events all that happened to it, oldest first
 */
public record QuestionState(
        QuestionRaised raised,
        ProgrammeId programmeId,
        QuestionStatus status,
        Wording wording,
        Visibility visibility,
        @Nullable QuestionId lead,
        List<QuestionFollowerAdded> followers,
        List<AnswerSlot> slots,
        List<PartConclusion> conclusions,
        @Nullable QuestionStatus beforeWithdrawal,
        List<QuestionEvent> events) {

    /** What is asked, in words. */
    public record Wording(String text, List<QuestionPart> parts, List<String> topics) {

        private Wording corrected(QuestionCorrected event) {
            List<QuestionPart> corrected = parts.stream()
                    .map(part -> event.parts().stream()
                            .filter(other -> other.number() == part.number())
                            .findFirst()
                            .orElse(part))
                    .toList();
            return new Wording(
                    event.text() == null ? text : event.text(),
                    corrected,
                    event.topics() == null ? topics : event.topics());
        }
    }

    /**
     * What the question is after one more event.
     *
     * @param before what it was; null before the first event
     * @param event what happened
     * @return what it is then
     */
    public static QuestionState after(@Nullable QuestionState before, QuestionEvent event) {
        if (event instanceof QuestionRaised raised) {
            return new QuestionState(
                    raised,
                    raised.programmeId(),
                    QuestionStatus.RAISED,
                    new Wording(raised.text(), raised.parts(), raised.topics()),
                    raised.visibility(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    List.of(raised));
        }
        Changes changes = new Changes(Objects.requireNonNull(before, "a question begins by being raised"));
        changes.apply(event);
        return changes.state();
    }

    /** {@return the question} */
    public QuestionId id() {
        return raised.questionId();
    }

    /** {@return the share with the given id, passed on or not} */
    public Optional<AnswerSlot> slot(AssignmentId id) {
        return slots.stream().filter(slot -> slot.assignmentId().equals(id)).findFirst();
    }

    /** {@return whether at least one body's answer to the part stands} */
    public boolean hasAnswerTo(int part) {
        return slotsFor(part).anyMatch(slot -> slot.hasAnswered(part));
    }

    /** {@return whether every body that was asked has answered the part, and at least one was asked} */
    public boolean isAnswered(int part) {
        return slotsFor(part).findAny().isPresent() && slotsFor(part).allMatch(slot -> slot.hasAnswered(part));
    }

    /** {@return the chair's decision on the part, while it stands} */
    public Optional<PartConclusion> conclusion(int part) {
        return conclusions.stream()
                .filter(conclusion -> conclusion.part() == part)
                .findFirst();
    }

    /** {@return the shares that count for the part: those not passed on} */
    public Stream<AnswerSlot> slotsFor(int part) {
        return slots.stream().filter(slot -> slot.answersFor(part));
    }

    /** {@return all events of a kind, oldest first} */
    public <E extends QuestionEvent> Stream<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** {@return the latest event of a kind} */
    public <E extends QuestionEvent> Optional<E> latest(Class<E> kind) {
        return all(kind).reduce((former, later) -> later);
    }

    /** {@return the latest event in which the chair decided on parts} */
    public Optional<QuestionEvent> latestConclusion() {
        return events.stream()
                .filter(event -> event instanceof QuestionConcluded || event instanceof QuestionPartsConcluded)
                .reduce((former, later) -> later);
    }

    /** {@return why the question was withdrawn last, as put right since; empty if it never was} */
    public String withdrawalReason() {
        String words = "";
        for (QuestionEvent event : events) {
            if (event instanceof QuestionWithdrawn withdrawn) {
                words = withdrawn.reason();
            } else if (event instanceof QuestionWithdrawalCorrected corrected && corrected.text() != null) {
                words = corrected.text();
            }
        }
        return words;
    }

    /** {@return the same without what happened, for those who only read what it amounts to} */
    QuestionState withoutEvents() {
        Changes same = new Changes(this);
        same.events.clear();
        return same.state();
    }

    boolean isAnswered() {
        return raised.parts().stream().allMatch(part -> isAnswered(part.number()));
    }

    boolean hasPart(int number) {
        return raised.parts().stream().anyMatch(part -> part.number() == number);
    }

    List<Integer> partNumbers() {
        return raised.parts().stream().map(QuestionPart::number).toList();
    }

    /** {@return the moment from which on something can happen to these parts, as far as bodies have answered them} */
    Instant answeredSince(List<Integer> parts) {
        return slots.stream()
                .filter(slot -> parts.stream().anyMatch(slot::hasAnswered))
                .map(slot -> slot.since(parts.stream().filter(slot::hasAnswered).toList()))
                .max(Comparator.naturalOrder())
                .orElse(raised.happenedAt());
    }

    /** One more event is folded in here, so that each kind of event names only what it changes. */
    private static final class Changes {

        private final QuestionRaised raised;
        private final List<QuestionEvent> events;
        private ProgrammeId programmeId;
        private QuestionStatus status;
        private Wording wording;
        private Visibility visibility;
        private @Nullable QuestionId lead;
        private List<QuestionFollowerAdded> followers;
        private List<AnswerSlot> slots;
        private List<PartConclusion> conclusions;
        private @Nullable QuestionStatus beforeWithdrawal;

        Changes(QuestionState before) {
            raised = before.raised;
            events = new ArrayList<>(before.events);
            programmeId = before.programmeId;
            status = before.status;
            wording = before.wording;
            visibility = before.visibility;
            lead = before.lead;
            followers = before.followers;
            slots = before.slots;
            conclusions = before.conclusions;
            beforeWithdrawal = before.beforeWithdrawal;
        }

        QuestionState state() {
            return new QuestionState(
                    raised,
                    programmeId,
                    status,
                    wording,
                    visibility,
                    lead,
                    followers,
                    slots,
                    conclusions,
                    beforeWithdrawal,
                    List.copyOf(events));
        }

        void apply(QuestionEvent event) {
            events.add(event);
            if (event instanceof QuestionGrouped grouped) {
                lead = grouped.lead();
            } else if (event instanceof QuestionUngrouped) {
                lead = null;
            } else if (event instanceof QuestionFollowerAdded added) {
                followers = with(without(added.follower()), added);
            } else if (event instanceof QuestionFollowerReleased released) {
                followers = without(released.follower());
            } else if (event instanceof QuestionAssigned assigned) {
                status = QuestionStatus.ASSIGNED;
                slots = with(slots, AnswerSlot.opened(assigned));
            } else if (event instanceof AssignmentTransferred transferred) {
                replace(transferred.formerAssignment(), slot -> slot.passedOn(transferred));
                slots = with(slots, AnswerSlot.opened(transferred));
            } else if (event instanceof AssignmentReturnNoted returned) {
                replace(returned.assignmentId(), slot -> slot.returned(returned));
            } else if (event instanceof AnswerNoted answered) {
                replace(answered.assignmentId(), slot -> slot.answered(answered));
            } else if (event instanceof QuestionAnswered) {
                status = QuestionStatus.ANSWERED;
            } else if (event instanceof QuestionPartsConcluded concluded) {
                conclude(concluded.conclusions());
            } else if (event instanceof QuestionConcluded concluded) {
                conclude(concluded.conclusions());
                status = QuestionStatus.CONCLUDED;
            } else if (event instanceof QuestionConclusionCorrected corrected) {
                conclude(corrected.conclusions());
            } else if (event instanceof QuestionReopened reopened) {
                reopened.assignments().forEach(id -> replace(id, slot -> slot.reopened(reopened)));
                conclusions = conclusions.stream()
                        .filter(conclusion -> !reopened.parts().contains(conclusion.part()))
                        .toList();
                status = QuestionStatus.ASSIGNED;
            } else if (event instanceof QuestionWithdrawn) {
                beforeWithdrawal = beforeWithdrawal == null ? status : beforeWithdrawal;
                status = QuestionStatus.WITHDRAWN;
            } else if (event instanceof QuestionWithdrawalCorrected corrected) {
                putRight(corrected);
            } else if (event instanceof QuestionCorrected corrected) {
                wording = wording.corrected(corrected);
            } else if (event instanceof QuestionVisibilityChanged changed) {
                visibility = changed.visibility();
            } else if (event instanceof QuestionCarriedOver carriedOver) {
                programmeId = carriedOver.programmeId();
            } else {
                throw new IllegalArgumentException("a question does not know " + event.getClass());
            }
        }

        private void putRight(QuestionWithdrawalCorrected corrected) {
            if (!corrected.withdrawn() && beforeWithdrawal != null) {
                status = beforeWithdrawal;
                beforeWithdrawal = null;
            }
        }

        private void conclude(List<PartConclusion> decided) {
            List<PartConclusion> all = new ArrayList<>(decided);
            conclusions.stream()
                    .filter(former -> decided.stream().noneMatch(other -> other.part() == former.part()))
                    .forEach(all::add);
            all.sort(Comparator.comparingInt(PartConclusion::part));
            conclusions = List.copyOf(all);
        }

        private void replace(AssignmentId id, UnaryOperator<AnswerSlot> change) {
            slots = slots.stream()
                    .map(slot -> slot.assignmentId().equals(id) ? change.apply(slot) : slot)
                    .toList();
        }

        private List<QuestionFollowerAdded> without(QuestionId follower) {
            return followers.stream()
                    .filter(added -> !added.follower().equals(follower))
                    .toList();
        }

        private static <T> List<T> with(List<T> some, T added) {
            List<T> all = new ArrayList<>(some);
            all.add(added);
            return List.copyOf(all);
        }
    }
}
