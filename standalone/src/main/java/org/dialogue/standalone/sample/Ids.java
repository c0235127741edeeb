package org.dialogue.standalone.sample;

import java.util.function.UnaryOperator;
import org.dialogue.standalone.sample.SampleProgramme.Assignment;
import org.dialogue.standalone.sample.SampleProgramme.Question;

/** The ids of what the sample creates: the same in every run on the same data, so that a run can be repeated. */
final class Ids {

    private final int year;
    private final UnaryOperator<String> people;

    /** @param people gives the id of whoever signs in by that name */
    Ids(int year, UnaryOperator<String> people) {
        this.year = year;
        this.people = people;
    }

    String person(String username) {
        return people.apply(username);
    }

    /** {@return such as {@code 2023-P4}} */
    String question(String mark) {
        return year + "-" + mark;
    }

    /** {@return such as {@code 2023-C8}} */
    String commitment(String mark) {
        return year + "-" + mark;
    }

    /** {@return such as {@code 2023-P4-home-affairs}} */
    String assignment(Question question, Assignment share) {
        return question(question.id()) + "-" + share.body();
    }

    /** {@return such as {@code 2023-P4-home-affairs-1}: the first answer in that assignment} */
    String answer(Question question, Assignment share) {
        return assignment(question, share) + "-1";
    }
}
