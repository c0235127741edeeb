package org.dialogue.dialogues.question.web;

import jakarta.validation.Valid;
import java.util.List;
import org.dialogue.dialogues.question.Awaiting;
import org.dialogue.dialogues.question.QuestionCommand;
import org.dialogue.dialogues.question.QuestionCommand.CarryOverQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ChangeVisibility;
import org.dialogue.dialogues.question.QuestionCommand.ConcludeQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectConclusion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectQuestion;
import org.dialogue.dialogues.question.QuestionCommand.CorrectWithdrawal;
import org.dialogue.dialogues.question.QuestionCommand.GroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.dialogues.question.QuestionCommand.ReopenQuestion;
import org.dialogue.dialogues.question.QuestionCommand.UngroupQuestion;
import org.dialogue.dialogues.question.QuestionCommand.WithdrawQuestion;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.QuestionStatus;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.dialogues.question.web.QuestionRequest.ConclusionInput;
import org.dialogue.dialogues.question.web.QuestionRequest.PartCorrectionInput;
import org.dialogue.dialogues.question.web.QuestionRequest.ReferenceInput;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.dialogues.web.SourceInput;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.PartConclusion;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.Lists;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.CommandDispatch;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.web.Ids;
import org.dialogue.kit.web.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/questions")
class QuestionController {

    private final Questions questions;
    private final QuestionViews views;
    private final QuestionListing listing;
    private final CommandDispatch commands;
    private final RequestContext edge;
    private final Ids ids;

    QuestionController(
            Questions questions,
            QuestionViews views,
            QuestionListing listing,
            CommandDispatch commands,
            RequestContext edge,
            Ids ids) {
        this.questions = questions;
        this.views = views;
        this.listing = listing;
        this.commands = commands;
        this.edge = edge;
        this.ids = ids;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QuestionView> raiseQuestion(@RequestBody @Valid QuestionRequest.Raising request) {
        Actor caller = edge.callerOf(RaiseQuestion.class);
        QuestionId id = request.questionId() == null ? new QuestionId(ids.next()) : request.questionId();
        PersonId asker = askerOf(request, caller);
        send(
                caller,
                asker,
                new RaiseQuestion(
                        id,
                        request.programmeId(),
                        request.direction(),
                        asker,
                        request.unit(),
                        request.text(),
                        RaisingInput.partsOf(request.parts()),
                        Lists.copy(request.topics()),
                        Lists.copy(request.references()).stream()
                                .map(ReferenceInput::asReference)
                                .toList(),
                        SourceInput.noteOf(request.source()),
                        RaisingInput.attachmentsOf(request.attachments()),
                        RaisingInput.visibilityOf(request.visibility()),
                        edge.when(request.happenedAt())));
        return Replies.created("/api/questions/" + id.value(), showQuestion(id));
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<QuestionView> correctQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionCorrection request) {
        questions.mustBeKnownTo(edge.callerOf(CorrectQuestion.class), id);
        commands.send(new CorrectQuestion(
                id,
                request.text(),
                Lists.copy(request.parts()).stream()
                        .map(PartCorrectionInput::asCorrection)
                        .toList(),
                request.topics(),
                request.reason(),
                edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/visibility")
    ResponseEntity<QuestionView> changeVisibility(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionVisibility request) {
        questions.mustBeKnownTo(edge.callerOf(ChangeVisibility.class), id);
        commands.send(new ChangeVisibility(
                id, request.visibility().asVisibility(), request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/carry-over")
    ResponseEntity<QuestionView> carryOverQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionCarryOver request) {
        questions.mustBeKnownTo(edge.callerOf(CarryOverQuestion.class), id);
        commands.send(
                new CarryOverQuestion(id, request.programmeId(), request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/group")
    ResponseEntity<QuestionView> groupQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionGrouping request) {
        questions.mustBeKnownTo(edge.callerOf(GroupQuestion.class), id);
        commands.send(new GroupQuestion(id, request.lead(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @DeleteMapping("/{id}/group")
    ResponseEntity<QuestionView> ungroupQuestion(@PathVariable QuestionId id) {
        questions.mustBeKnownTo(edge.callerOf(UngroupQuestion.class), id);
        commands.send(new UngroupQuestion(id, edge.when(null)));
        return showQuestion(id);
    }

    @PostMapping("/{id}/conclusion")
    ResponseEntity<QuestionView> concludeQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionConclusion request) {
        questions.mustBeKnownTo(edge.callerOf(ConcludeQuestion.class), id);
        commands.send(new ConcludeQuestion(id, conclusions(request.conclusions()), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/conclusion/correction")
    ResponseEntity<QuestionView> correctConclusion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.ConclusionCorrection request) {
        questions.mustBeKnownTo(edge.callerOf(CorrectConclusion.class), id);
        commands.send(new CorrectConclusion(
                id, conclusions(request.conclusions()), request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/reopening")
    ResponseEntity<QuestionView> reopenQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionReopening request) {
        Actor caller = edge.callerOf(ReopenQuestion.class);
        QuestionState question = questions.mustBeKnownTo(caller, id);
        PersonId principal = question.followers().stream()
                .map(added -> added.asker())
                .filter(asker -> asker.value().equals(caller.personId()))
                .findFirst()
                .orElse(question.raised().asker().id());
        send(
                caller,
                principal,
                new ReopenQuestion(id, request.parts(), request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<QuestionView> withdrawQuestion(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionWithdrawal request) {
        Actor caller = edge.callerOf(WithdrawQuestion.class);
        PersonId asker = questions.mustBeKnownTo(caller, id).raised().asker().id();
        send(caller, asker, new WithdrawQuestion(id, request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @PostMapping("/{id}/withdrawal/correction")
    ResponseEntity<QuestionView> correctWithdrawal(
            @PathVariable QuestionId id, @RequestBody @Valid QuestionRequest.QuestionWithdrawalCorrection request) {
        questions.mustBeKnownTo(edge.callerOf(CorrectWithdrawal.class), id);
        commands.send(new CorrectWithdrawal(
                id, request.withdrawn(), request.text(), request.reason(), edge.when(request.happenedAt())));
        return showQuestion(id);
    }

    @GetMapping("/{id}")
    ResponseEntity<QuestionView> showQuestion(@PathVariable QuestionId id) {
        return views.show(id);
    }

    @GetMapping
    Page<ListedQuestion> listQuestions(
            @RequestParam(required = false) @Nullable List<QuestionStatus> status,
            @RequestParam(required = false) @Nullable List<ProgrammeId> programme,
            @RequestParam(required = false) @Nullable List<UnitId> unit,
            @RequestParam(required = false) @Nullable List<BodyId> body,
            @RequestParam(required = false) @Nullable List<PersonId> asker,
            @RequestParam(required = false) @Nullable List<String> topic,
            @RequestParam(required = false) @Nullable QuestionId lead,
            @RequestParam(required = false) @Nullable Direction direction,
            @RequestParam(required = false) @Nullable List<Awaiting> awaiting,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        return listing.page(
                edge.caller(),
                new QuestionListing.Filter(status, programme, unit, body, asker, topic, lead, direction, awaiting),
                sort,
                cursor,
                limit);
    }

    /** What is done for somebody else says so in history; the aggregate judges whether it may be done. */
    private void send(Actor caller, PersonId principal, QuestionCommand command) {
        if (principal.value().equals(caller.personId())) {
            commands.send(command);
        } else {
            commands.sendFor(principal.value(), command);
        }
    }

    private static List<PartConclusion> conclusions(List<ConclusionInput> given) {
        return given.stream().map(ConclusionInput::asConclusion).toList();
    }

    private static PersonId askerOf(QuestionRequest.Raising request, Actor caller) {
        @Nullable PersonId asker = request.asker();
        if (asker != null) {
            return asker;
        }
        if (caller.personId() == null) {
            throw new InvalidInput(
                    "asker", "required.asker", "the caller is nobody on record, so the asker has to be named");
        }
        return new PersonId(caller.personId());
    }
}
