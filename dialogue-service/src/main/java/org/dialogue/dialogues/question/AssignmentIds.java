package org.dialogue.dialogues.question;

import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.RuleViolation;

/**
 * Gives each assignment id to one question, once and for all. An assignment is part of its question here but stands by
 * itself in answer-service, where an id in use by two questions would stop the later one. An id reserved by a command
 * that was then refused stays with its question, which may use it later.
 */
interface AssignmentIds {

    /** {@return the question that has the id from now on: the first one to ask for it} */
    QuestionId ownerOf(AssignmentId id, QuestionId asking);

    /**
     * Reserves an id for a question; does nothing if it has it already.
     *
     * @throws RuleViolation {@code assignment-id-taken} if another question has it
     */
    default void reserve(AssignmentId id, QuestionId question) {
        if (!ownerOf(id, question).equals(question)) {
            throw new RuleViolation("assignment-id-taken", id.value() + " belongs to another question", id.value());
        }
    }
}
