package org.dialogue.dialogues.question;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.CarryOverQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ChangeVisibility;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerAdded;
import org.dialogue.events.question.QuestionEvent.QuestionFollowerReleased;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What concerns a question and those it leads or follows is decided over all of them in one unit of work, and recorded in
 * one commit: of two commands that would contradict each other, the ledger takes one. Whoever changes a group loads its
 * members in the order of their ids, so that two commands do not wait for each other.
 */
@Component
class QuestionGroups {

    private static final String EXPECTED_VERSION = "expectedVersion";

    private final Repository<Question> questions;
    private final Questions histories;
    private final GroupIndex index;
    private final Programmes programmes;
    private final Directory directory;

    QuestionGroups(
            @Qualifier("questionRepository") Repository<Question> questions,
            Questions histories,
            GroupIndex index,
            Programmes programmes,
            Directory directory) {
        this.questions = questions;
        this.histories = histories;
        this.index = index;
        this.programmes = programmes;
        this.directory = directory;
    }

    @CommandHandler
    void handle(GroupQuestion command, @MetaDataValue(EXPECTED_VERSION) Long expectedVersion) {
        if (command.lead().equals(command.questionId())) {
            throw new RuleViolation("question-leads-itself", "a question cannot lead itself");
        }
        if (histories.question(command.lead()).isEmpty()) {
            throw InvalidInput.unknownReference(
                    "lead", "question", command.lead().value());
        }
        Group group = load(command.questionId(), List.of(command.lead()), expectedVersion);
        QuestionState follower = group.state(command.questionId());
        QuestionState lead = group.state(command.lead());
        Optional<QuestionGrouped> former = follower.latest(QuestionGrouped.class);
        boolean led = command.lead().equals(follower.lead());
        if (former.isPresent() && command.happenedAt().repeats(led, former.get().happenedAt())) {
            return;
        }
        GroupingPolicy.mustFit(follower, followersOf(follower), lead, command);
        programmes.mustNotBeArchived(follower.programmeId());
        Instant at = command.happenedAt().notBefore(latest(follower, lead));
        group.record(new QuestionGrouped(follower.id(), lead.id(), at));
        group.record(new QuestionFollowerAdded(
                lead.id(), follower.id(), follower.raised().asker().id(), at));
    }

    @CommandHandler
    void handle(UngroupQuestion command, @MetaDataValue(EXPECTED_VERSION) Long expectedVersion) {
        QuestionState before = known(command.questionId());
        Group group = load(command.questionId(), leadOf(before), expectedVersion);
        QuestionState follower = group.state(command.questionId());
        mustBeUnchanged(before, follower);
        if (follower.lead() != null) {
            group.release(follower, command.happenedAt().notBefore(groupedAt(follower)));
        }
    }

    @CommandHandler
    void handle(WithdrawQuestion command, Actor actor, @MetaDataValue(EXPECTED_VERSION) Long expectedVersion) {
        QuestionState before = known(command.questionId());
        Group group = load(command.questionId(), relatedTo(before), expectedVersion);
        QuestionState question = group.state(command.questionId());
        mustBeUnchanged(before, question);
        AskingPermissions.mayWithdraw(question, actor);
        Optional<QuestionWithdrawn> withdrawal = WithdrawQuestionDecision.decide(question, command);
        if (withdrawal.isPresent()) {
            Instant at = withdrawal.get().happenedAt();
            group.releaseAll(question, at);
            group.record(withdrawal.get());
        }
    }

    @CommandHandler
    void handle(ChangeVisibility command, Actor actor, @MetaDataValue(EXPECTED_VERSION) Long expectedVersion) {
        QuestionState before = known(command.questionId());
        Group group = load(command.questionId(), relatedTo(before), expectedVersion);
        QuestionState question = group.state(command.questionId());
        mustBeUnchanged(before, question);
        AskingPermissions.mayOpen(command.visibility(), actor);
        Optional<QuestionVisibilityChanged> change = ChangeVisibilityDecision.decide(question, command, directory);
        if (change.isPresent()) {
            QuestionState then = QuestionState.after(question, change.get());
            group.followers(question).forEach(follower -> GroupingPolicy.mustReach(then, follower));
            group.lead(question).ifPresent(lead -> GroupingPolicy.mustReach(lead, then));
            group.record(change.get());
        }
    }

    @CommandHandler
    void handle(CarryOverQuestion command, @MetaDataValue(EXPECTED_VERSION) Long expectedVersion) {
        QuestionState before = known(command.questionId());
        Group group = load(command.questionId(), relatedTo(before), expectedVersion);
        QuestionState question = group.state(command.questionId());
        mustBeUnchanged(before, question);
        Optional<QuestionCarriedOver> former = question.latest(QuestionCarriedOver.class);
        if (former.isPresent()
                && command.happenedAt()
                        .repeats(
                                former.get().programmeId().equals(command.programmeId())
                                        && former.get().reason().equals(command.reason()),
                                former.get().happenedAt())) {
            return;
        }
        GroupingPolicy.mustStandByItself(question);
        mustBeTakenUp(question, command);
        Instant at = command.happenedAt().notBefore(question.raised().happenedAt());
        Stream.concat(Stream.of(question), group.followers(question))
                .map(member -> new QuestionCarriedOver(
                        member.id(),
                        member.programmeId(),
                        command.programmeId(),
                        command.reason(),
                        at.isBefore(member.raised().happenedAt())
                                ? member.raised().happenedAt()
                                : at))
                .toList()
                .forEach(group::record);
    }

    private void mustBeTakenUp(QuestionState question, CarryOverQuestion command) {
        ProgrammeState target = programmes.programmeIn("programmeId", command.programmeId());
        if (command.programmeId().equals(question.programmeId())) {
            throw new RuleViolation("programme-unchanged", "the question is followed up in that programme already");
        }
        if (!target.stage().isAlive()) {
            throw new RuleViolation(
                    "programme-stage.takes-over",
                    "an archived programme takes nothing over: "
                            + command.programmeId().value(),
                    command.programmeId().value());
        }
    }

    private QuestionState known(QuestionId id) {
        return histories
                .question(id)
                .orElseThrow(() -> new AggregateNotFoundException(id.toString(), "there is no " + id))
                .state();
    }

    /** What was read before the members were locked decides whom to lock, and nothing else. */
    private static void mustBeUnchanged(QuestionState before, QuestionState loaded) {
        if (!before.events().equals(loaded.events())) {
            throw new ConcurrencyException(loaded.id() + " changed while its group was loaded");
        }
    }

    private List<QuestionId> relatedTo(QuestionState question) {
        return Stream.concat(leadOf(question).stream(), followersOf(question).stream())
                .toList();
    }

    private List<QuestionId> leadOf(QuestionState question) {
        QuestionId lead = question.lead();
        return lead == null || histories.question(lead).isEmpty() ? List.of() : List.of(lead);
    }

    private Collection<QuestionId> followersOf(QuestionState question) {
        TreeSet<QuestionId> followers = sorted();
        question.followers().forEach(added -> followers.add(added.follower()));
        followers.addAll(index.followersOf(question.id()));
        followers.removeIf(follower -> histories
                .question(follower)
                .filter(found -> question.id().equals(found.state().lead()))
                .isEmpty());
        return followers;
    }

    private Group load(QuestionId first, Collection<QuestionId> others, Long expectedVersion) {
        TreeSet<QuestionId> ids = sorted();
        ids.add(first);
        ids.addAll(others);
        Map<QuestionId, Aggregate<Question>> members = new TreeMap<>(ids.comparator());
        for (QuestionId id : ids) {
            members.put(id, questions.load(id.toString(), id.equals(first) ? expectedVersion : null));
        }
        return new Group(members);
    }

    private static TreeSet<QuestionId> sorted() {
        return new TreeSet<>((one, other) -> one.value().compareTo(other.value()));
    }

    private static Instant groupedAt(QuestionState follower) {
        return follower.latest(QuestionGrouped.class)
                .map(QuestionGrouped::happenedAt)
                .orElse(follower.raised().happenedAt());
    }

    private static Instant latest(QuestionState one, QuestionState other) {
        Instant first = one.raised().happenedAt();
        Instant second = other.raised().happenedAt();
        return first.isBefore(second) ? second : first;
    }

    /** The members of a group, loaded in this unit of work. */
    private record Group(Map<QuestionId, Aggregate<Question>> members) {

        QuestionState state(QuestionId id) {
            return Objects.requireNonNull(members.get(id)).invoke(Question::known);
        }

        Stream<QuestionState> followers(QuestionState lead) {
            return members.keySet().stream()
                    .map(this::state)
                    .filter(member -> lead.id().equals(member.lead()));
        }

        Optional<QuestionState> lead(QuestionState follower) {
            QuestionId lead = follower.lead();
            return lead == null || !members.containsKey(lead) ? Optional.empty() : Optional.of(state(lead));
        }

        void record(QuestionEvent event) {
            Objects.requireNonNull(members.get(event.questionId())).execute(question -> question.record(event));
        }

        void release(QuestionState follower, Instant at) {
            QuestionId lead = Objects.requireNonNull(follower.lead());
            record(new QuestionUngrouped(follower.id(), lead, at));
            if (members.containsKey(lead)) {
                record(new QuestionFollowerReleased(lead, follower.id(), at));
            }
        }

        void releaseAll(QuestionState question, Instant at) {
            List<QuestionState> released = new ArrayList<>(followers(question).toList());
            if (question.lead() != null) {
                released.add(question);
            }
            released.forEach(follower -> release(follower, at));
        }
    }
}
