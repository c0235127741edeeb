package org.dialogue.dialogues.people.web;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.dialogues.question.QuestionList;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.springframework.stereotype.Component;

/** Whose names somebody may read: the policy's answer, with those whose questions the reader's body works on. */
@Component
class NameReaders {

    private final QuestionList questions;

    NameReaders(QuestionList questions) {
        this.questions = questions;
    }

    Predicate<PersonReference> readableBy(Actor reader) {
        Set<PersonId> askers = askersOf(reader);
        return person -> ReadingPolicy.mayReadName(reader, person, askers.contains(person.id()));
    }

    private Set<PersonId> askersOf(Actor reader) {
        Set<PersonId> askers = new HashSet<>();
        String body = reader.body();
        if (body != null && !ReadingPolicy.readsEverything(reader)) {
            questions
                    .all(new Condition.Is("body", body))
                    .forEach(entry ->
                            askers.add(entry.question().raised().asker().id()));
        }
        return askers;
    }
}
