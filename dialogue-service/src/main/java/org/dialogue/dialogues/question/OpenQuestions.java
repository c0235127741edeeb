package org.dialogue.dialogues.question;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.dialogues.programme.OpenMatters.Kind;
import org.dialogue.dialogues.programme.OpenMatters.OpenMatter;
import org.dialogue.dialogues.programme.OpenMatters.Owed;
import org.dialogue.dialogues.programme.OpenMatters.Step;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.projections.ListQuery.Condition;
import org.springframework.stereotype.Component;

/** The questions of a programme on which somebody owes a step, read from their own histories. */
@Component
public class OpenQuestions {

    private final Questions questions;
    private final QuestionNumbers numbers;
    private final QuestionList list;

    OpenQuestions(Questions questions, QuestionNumbers numbers, QuestionList list) {
        this.questions = questions;
        this.numbers = numbers;
        this.list = list;
    }

    /** {@return what is open in the programme, where it was raised or to which it was carried over} */
    public List<OpenMatter> in(ProgrammeId programme) {
        Set<QuestionId> candidates = new LinkedHashSet<>(numbers.raisedIn(programme));
        list.all(new Condition.Is("programme", programme))
                .forEach(entry -> candidates.add(entry.question().id()));
        return candidates.stream()
                .flatMap(id -> questions.question(id).stream())
                .map(Versioned::state)
                .filter(question -> question.programmeId().equals(programme) && isOpen(question))
                .map(question -> new OpenMatter(Kind.QUESTION, question.id().value(), owed(question)))
                .toList();
    }

    private static boolean isOpen(QuestionState question) {
        return !Awaiting.of(question).contains(Awaiting.NOTHING);
    }

    private static List<Owed> owed(QuestionState question) {
        return Awaiting.of(question).stream()
                .flatMap(step -> switch (step) {
                    case ASSIGNMENT -> Stream.of(new Owed(Step.ASSIGNMENT, "secretariat"));
                    case CONCLUSION -> Stream.of(new Owed(Step.CONCLUSION, "chair"));
                    case ANSWER ->
                        question.slots().stream()
                                .filter(slot -> slot.state() == AnswerSlot.State.OPEN)
                                .map(slot -> new Owed(Step.ANSWER, slot.body().value()))
                                .distinct();
                    case NOTHING -> Stream.<Owed>empty();
                })
                .toList();
    }
}
