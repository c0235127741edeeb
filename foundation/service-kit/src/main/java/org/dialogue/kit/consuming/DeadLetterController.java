package org.dialogue.kit.consuming;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Parked letters. Operators see what they are and why they lie there, have them tried again or discard them; auditors may look
 * at their bytes. What somebody does is recorded before it is done.
 */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    private final DeadLetters letters;
    private final DeadLetterActs acts;
    private final Clock clock;

    DeadLetterController(DeadLetters letters, DeadLetterActs acts, Clock clock) {
        this.letters = letters;
        this.acts = acts;
        this.clock = clock;
    }

    /**
     * Why something is done.
     *
     * @param reason for those who read the record
     */
    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    @GetMapping
    Page<ParkedLetter> listDeadLetters(
            @RequestParam(name = "group", required = false) @Nullable String group,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = Page.DEFAULT_LIMIT) int limit,
            Actor actor) {
        actor.require(Role.OPERATOR, Role.AUDITOR);
        return letters.page(group, cursor, limit);
    }

    @GetMapping("/acts")
    Page<DeadLetterActs.DeadLetterAct> listDeadLetterActs(
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = Page.DEFAULT_LIMIT) int limit,
            Actor actor) {
        actor.require(Role.OPERATOR, Role.AUDITOR);
        return acts.page(cursor, limit);
    }

    @PostMapping("/retry")
    DeadLetters.RetryResult retryDeadLetters(Actor actor) {
        actor.require(Role.OPERATOR);
        record(actor, DeadLetterActs.DeadLetterAct.Kind.ALL_RETRIED, null, null, null);
        return letters.retryAll();
    }

    @PostMapping("/{group}/{id}/retry")
    DeadLetters.RetryResult retryDeadLetter(
            @PathVariable("group") String group, @PathVariable("id") String id, Actor actor) {
        actor.require(Role.OPERATOR);
        StoredLetter letter = first(group, id);
        record(actor, DeadLetterActs.DeadLetterAct.Kind.RETRIED, group, letter, null);
        return letters.retry(group, id);
    }

    @PostMapping("/{group}/{id}/discard")
    DeadLetters.RetryResult discardDeadLetter(
            @PathVariable("group") String group,
            @PathVariable("id") String id,
            @Valid @RequestBody Reason reason,
            Actor actor) {
        actor.require(Role.OPERATOR);
        StoredLetter letter = first(group, id);
        record(actor, DeadLetterActs.DeadLetterAct.Kind.DISCARDED, group, letter, reason.reason());
        return letters.discard(group, letter);
    }

    @PostMapping("/{group}/{id}/content")
    StoredLetter.Content lookAtDeadLetter(
            @PathVariable("group") String group,
            @PathVariable("id") String id,
            @Valid @RequestBody Reason reason,
            Actor actor) {
        actor.require(Role.AUDITOR);
        StoredLetter letter = letters.letter(group, id).orElseThrow(() -> new NotFound("letter", id));
        record(actor, DeadLetterActs.DeadLetterAct.Kind.LOOKED_AT, group, letter, reason.reason());
        return letter.content();
    }

    private StoredLetter first(String group, String id) {
        return letters.firstLetter(group, id).orElseThrow(() -> new NotFound("first letter of a sequence", id));
    }

    private void record(
            Actor actor,
            DeadLetterActs.DeadLetterAct.Kind kind,
            @Nullable String group,
            @Nullable StoredLetter letter,
            @Nullable String reason) {
        acts.record(new DeadLetterActs.DeadLetterAct(
                clock.instant(),
                actor.subject(),
                kind,
                group,
                letter == null ? null : letter.id(),
                letter == null ? null : letter.about(),
                reason));
    }
}
