package org.dialogue.kit.consuming;

import java.util.List;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.rules.Unknown;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parked letters, for operators; auditors may look. */
@RestController
@RequestMapping("/api/dead-letters")
class DeadLetterController {

    private static final int MOST = 500;

    private final DeadLetters letters;

    DeadLetterController(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping
    List<ParkedLetter> list(Actor actor) {
        actor.require(Role.OPERATOR, Role.AUDITOR);
        return letters.list(MOST);
    }

    @PostMapping("/retry")
    RetryResult retryAll(Actor actor) {
        actor.require(Role.OPERATOR);
        return letters.retryAll();
    }

    @PostMapping("/{group}/{id}/retry")
    RetryResult retry(@PathVariable("group") String group, @PathVariable("id") String id, Actor actor) {
        actor.require(Role.OPERATOR);
        if (!letters.holds(group, id)) {
            throw new Unknown("first letter of a sequence", id);
        }
        return letters.retry(group, id);
    }
}
