package org.dialogue.standalone.sample;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.standalone.sample.SampleProgramme.Question;

/** Everything that happens in a programme, in the order in which it happens. */
final class Script {

    private Script() {}

    /** {@return the steps; their keys are unique} */
    static List<Step> of(SampleProgramme programme) {
        Ids ids = new Ids(programme.programme().year());
        ProgrammeSteps meeting = new ProgrammeSteps(programme);
        QuestionSteps questions = new QuestionSteps(programme, ids);
        AnswerSteps answers = new AnswerSteps(programme, ids);
        List<Question> asked = programme.questions();
        return Stream.of(
                        new DirectorySteps(programme).steps().stream(),
                        meeting.preparing().stream(),
                        asked.stream().map(questions::raising),
                        meeting.session().stream(),
                        asked.stream().flatMap(questions::assigning),
                        asked.stream().flatMap(answers::answering),
                        asked.stream().flatMap(questions::concluding),
                        new CommitmentSteps(programme, ids).steps())
                .flatMap(steps -> steps)
                .toList();
    }
}
