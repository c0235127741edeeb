package org.dialogue.answers.assignment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.dialogue.answers.assignment.AssignmentCommand.ClearAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.CorrectAnswer;
import org.dialogue.answers.assignment.AssignmentCommand.PublishAnswer;
import org.dialogue.answers.assignment.ClearingDrafts;
import org.dialogue.answers.assignment.Draft;
import org.dialogue.answers.assignment.Drafting;
import org.dialogue.answers.edge.SourceInput;
import org.dialogue.events.vocabulary.AnswerId;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.commands.ETags;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.web.Ids;
import org.dialogue.kit.web.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An assignment's answer over HTTP, from draft to correction. */
@RestController
@RequestMapping("/api/assignments/{id}")
class AnswerController {

    private final AssignmentDesk desk;
    private final ClearingDrafts drafts;
    private final Drafting drafting;
    private final RequestContext edge;
    private final Ids ids;

    AnswerController(AssignmentDesk desk, ClearingDrafts drafts, Drafting drafting, RequestContext edge, Ids ids) {
        this.desk = desk;
        this.drafts = drafts;
        this.drafting = drafting;
        this.edge = edge;
        this.ids = ids;
    }

    @GetMapping("/draft")
    ResponseEntity<Draft> showDraft(@PathVariable AssignmentId id) {
        return show(drafting.show(id, edge.caller()));
    }

    @PutMapping("/draft")
    ResponseEntity<Draft> saveDraft(
            @PathVariable AssignmentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody DraftInput input) {
        OptionalLong expected = ifMatch == null ? OptionalLong.empty() : ETags.parse(ifMatch);
        return show(drafting.save(id, edge.caller(), expected, input.asParts()));
    }

    @PostMapping("/clearance")
    ResponseEntity<AssignmentView> clearAnswer(
            @PathVariable AssignmentId id, @Valid @RequestBody ClearanceInput input) {
        Actor actor = edge.callerOf(ClearAnswer.class);
        AnswerId answerId = input.answerId() == null ? new AnswerId(ids.next()) : input.answerId();
        return desk.send(id, ClearAnswer.class, () -> clearing(actor, id, answerId, input));
    }

    @PostMapping("/publication")
    ResponseEntity<AssignmentView> publishAnswer(
            @PathVariable AssignmentId id, @Valid @RequestBody PublicationInput input) {
        return desk.send(new PublishAnswer(
                id,
                input.answerId(),
                input.answeredBy(),
                SourceInput.noteOf(input.source()),
                edge.when(input.happenedAt())));
    }

    @PostMapping("/corrections")
    ResponseEntity<AssignmentView> correctAnswer(
            @PathVariable AssignmentId id, @Valid @RequestBody CorrectionInput input) {
        return desk.send(new CorrectAnswer(
                id,
                input.answerId(),
                PartAnswerInput.answers(input.parts()),
                input.reason(),
                edge.when(input.happenedAt())));
    }

    private ClearAnswer clearing(Actor actor, AssignmentId id, AnswerId answerId, ClearanceInput input) {
        HappenedAt at = edge.when(input.happenedAt());
        boolean givenId = input.answerId() != null;
        List<PartAnswerInput> parts = input.parts();
        if (parts == null) {
            return drafts.clearing(actor, id, answerId, givenId, input.draftVersion(), at);
        }
        if (input.draftVersion() != null) {
            throw new InvalidInput("draftVersion", "draft-or-parts", "clear either the draft or the parts given");
        }
        return new ClearAnswer(id, answerId, givenId, PartAnswerInput.answers(parts), at);
    }

    private static ResponseEntity<Draft> show(Draft draft) {
        return ResponseEntity.ok().eTag(ETags.of(draft.version())).body(draft);
    }

    /**
     * What the head clears: the draft as it stands, or the words given.
     *
     * @param answerId the answer's id; absent to be given one
     * @param parts the words; absent to clear the draft
     * @param draftVersion the version of the draft that the head has read; absent to clear whatever it says
     */
    record ClearanceInput(
            @Nullable AnswerId answerId,
            @Nullable @Size(min = 1, max = 20) List<@Valid @NotNull PartAnswerInput> parts,
            @Nullable Long draftVersion,
            @Nullable Instant happenedAt) {}

    /**
     * What is published.
     *
     * @param answeredBy who answers for the body; absent for its head
     * @param source where the answer was taken from, when it was given elsewhere
     */
    record PublicationInput(
            @NotNull AnswerId answerId,
            @Nullable PersonId answeredBy,
            @Nullable @Valid SourceInput source,
            @Nullable Instant happenedAt) {}

    /**
     * What is corrected, and why.
     *
     * @param parts the corrected parts only
     */
    record CorrectionInput(
            @NotNull AnswerId answerId,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull PartAnswerInput> parts,
            @NotBlank @Size(max = 2000) String reason,
            @Nullable Instant happenedAt) {}
}
