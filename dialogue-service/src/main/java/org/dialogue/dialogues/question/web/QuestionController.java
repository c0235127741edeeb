package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import java.util.Optional;
import java.util.function.Supplier;
import org.dialogue.dialogues.people.People;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.dialogues.question.web.QuestionRequest.ConclusionInput;
import org.dialogue.dialogues.question.web.QuestionRequest.ReferenceInput;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.dialogues.web.SourceInput;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.web.Edge;
import org.dialogue.kit.web.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/questions")
class QuestionController {

    private final Questions questions;
    private final Programmes programmes;
    private final People people;
    private final RaisingInput input;
    private final CommandDispatch commands;
    private final Edge edge;
    private final Ids ids;

    QuestionController(
            Questions questions,
            Programmes programmes,
            People people,
            RaisingInput input,
            CommandDispatch commands,
            Edge edge,
            Ids ids) {
        this.questions = questions;
        this.programmes = programmes;
        this.people = people;
        this.input = input;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QuestionView> raiseQuestion(@RequestBody @Valid QuestionRequest.Raising request) {
        Actor caller = edge.callerOf(RaiseQuestion.class);
        QuestionId id = request.questionId() == null ? new QuestionId(ids.next()) : request.questionId();
        PersonReference asker = people.personIn("asker", askerOf(request, caller));
        input.mustBeACommune(request.unit());
        send(caller, asker, RaiseQuestion.class, () -> {
            if (questions.question(id).isEmpty()) {
                programmes.mustTakeQuestions("programmeId", request.programmeId());
            }
            return new RaiseQuestion(
                    id,
                    request.programmeId(),
                    request.direction(),
                    asker,
                    request.unit(),
                    request.text(),
                    input.partsOf(request.parts()),
                    Lists.copy(request.topics()),
                    Lists.copy(request.references()).stream()
                            .map(ReferenceInput::asReference)
                            .toList(),
                    SourceInput.noteOf(request.source()),
                    input.attachmentsOf(request.attachments()),
                    input.visibilityOf(request.visibility()),
                    edge.happenedAt(request.happenedAt()));
        });
        return Replies.created("/api/questions/" + id.value(), showQuestion(id));
    }

    @PostMapping("/{id}/group")
    ResponseEntity<QuestionView> groupQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionGrouping request) {
        QuestionState question = questions.mustBeKnownTo(edge.callerOf(GroupQuestion.class), id);
        commands.send(GroupQuestion.class, () -> {
            mustBeAlive(question);
            mustBeFitToLead(request.lead(), question);
            return new GroupQuestion(id, request.lead(), edge.happenedAt(request.happenedAt()));
        });
        return showQuestion(id);
    }

    @DeleteMapping("/{id}/group")
    ResponseEntity<QuestionView> ungroupQuestion(@PathVariable QuestionId id) {
        mustBeAlive(questions.mustBeKnownTo(edge.callerOf(UngroupQuestion.class), id));
        commands.send(new UngroupQuestion(id, edge.happenedAt(null)));
        return showQuestion(id);
    }

    @PostMapping("/{id}/conclusion")
    ResponseEntity<QuestionView> concludeQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionConclusion request) {
        Actor caller = edge.callerOf(ConcludeQuestion.class);
        QuestionState question = questions.mustBeKnownTo(caller, id);
        commands.send(ConcludeQuestion.class, () -> {
            mustBeAlive(question);
            return new ConcludeQuestion(
                    id,
                    chair(caller),
                    request.conclusions().stream()
                            .map(ConclusionInput::asConclusion)
                            .toList(),
                    edge.happenedAt(request.happenedAt()));
        });
        return showQuestion(id);
    }

    @PostMapping("/{id}/reopening")
    ResponseEntity<QuestionView> reopenQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionReopening request) {
        Actor caller = edge.callerOf(ReopenQuestion.class);
        QuestionState question = questions.mustBeKnownTo(caller, id);
        send(caller, question.raised().asker(), ReopenQuestion.class, () -> {
            mustBeAlive(question);
            return new ReopenQuestion(id, request.parts(), request.reason(), edge.happenedAt(request.happenedAt()));
        });
        return showQuestion(id);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<QuestionView> withdrawQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionWithdrawal request) {
        Actor caller = edge.callerOf(WithdrawQuestion.class);
        QuestionState question = questions.mustBeKnownTo(caller, id);
        send(caller, question.raised().asker(), WithdrawQuestion.class, () -> {
            mustBeAlive(question);
            return new WithdrawQuestion(id, request.reason(), edge.happenedAt(request.happenedAt()));
        });
        return showQuestion(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<QuestionView> showQuestion(@PathVariable QuestionId id) {
        return Replies.show(questions.questionFor(edge.caller(), id), "question", id, QuestionView::of);
    }

    private void mustBeAlive(QuestionState question) {
        programmes.mustBeAlive(question.raised().programmeId());
    }

    /** What is done for somebody else says so in history; the aggregate judges whether it may be done. */
    private <C extends QuestionCommand> void send(
            Actor caller, PersonReference asker, Class<C> type, Supplier<C> command) {
        String principal = asker.id().value();
        if (principal.equals(caller.personId())) {
            commands.send(type, command);
        } else {
            commands.sendFor(principal, type, command);
        }
    }

    private void mustBeFitToLead(QuestionId lead, QuestionState follower) {
        QuestionState leading = questions
                .question(lead)
                .orElseThrow(() -> InvalidInput.unknownReference("lead", "question", lead.value()))
                .state();
        if (!leading.raised().programmeId().equals(follower.raised().programmeId())) {
            throw new RuleViolation("lead-of-other-programme", "questions are grouped within their programme");
        }
        if (leading.lead() != null) {
            throw new RuleViolation("lead-is-led", lead + " is led by " + leading.lead() + " itself");
        }
    }

    private PersonReference chair(Actor caller) {
        return Optional.ofNullable(caller.personId())
                .map(PersonId::new)
                .flatMap(people::person)
                .orElseThrow(() -> new NotPermitted("the chair concludes as a person who is on record"))
                .state()
                .person();
    }

    private static PersonId askerOf(QuestionRequest.Raising request, Actor caller) {
        @Nullable PersonId asker = request.asker();
        if (asker != null) {
            return asker;
        }
        if (caller.personId() == null) {
            throw new InvalidInput("asker", "required", "the caller is nobody on record, so the asker has to be named");
        }
        return new PersonId(caller.personId());
    }
}
