package org.dialogue.dialogues.question.web;

import java.util.List;
import java.util.Optional;
import org.dialogue.dialogues.question.QuestionList;
import org.dialogue.dialogues.question.QuestionNumbers;
import org.dialogue.dialogues.question.QuestionState;
import org.dialogue.dialogues.question.Questions;
import org.dialogue.dialogues.web.Replies;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.web.RequestContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows a question to whoever calls: as it is now, with its number, and with its group as far as they may know of it. */
@Component
class QuestionViews {

    private final Questions questions;
    private final QuestionNumbers numbers;
    private final QuestionList list;
    private final RequestContext edge;

    QuestionViews(Questions questions, QuestionNumbers numbers, QuestionList list, RequestContext edge) {
        this.questions = questions;
        this.numbers = numbers;
        this.list = list;
        this.edge = edge;
    }

    /** @throws org.dialogue.kit.rules.NotFound if there is none, or none that the caller may know of */
    ResponseEntity<QuestionView> show(QuestionId id) {
        Actor caller = edge.caller();
        return Replies.show(
                questions.questionFor(caller, id),
                "question",
                id,
                question -> QuestionView.of(question, around(question, caller)));
    }

    private QuestionView.Surroundings around(QuestionState question, Actor caller) {
        return new QuestionView.Surroundings(
                numbers.of(question.id()), readable(question.lead(), caller), followers(question, caller));
    }

    private @Nullable QuestionState readable(@Nullable QuestionId id, Actor caller) {
        return Optional.ofNullable(id)
                .flatMap(lead -> questions.questionFor(caller, lead))
                .map(Versioned::state)
                .orElse(null);
    }

    private List<QuestionId> followers(QuestionState question, Actor caller) {
        return list.followersOf(question).stream()
                .filter(follower -> questions
                        .questionFor(caller, follower)
                        .filter(found -> question.id().equals(found.state().lead()))
                        .isPresent())
                .toList();
    }
}
