package org.dialogue.standalone.sample;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.standalone.sample.SampleProgramme.Question;
import org.dialogue.standalone.signin.DemoPeople;

/** Everything that happens in a programme, in the order in which it happens. */
final class Script {

    private Script() {}

    /** {@return the steps; their keys are unique} */
    static List<Step> of(SampleProgramme programme, DemoPeople people) {
        Ids ids = new Ids(
                programme.programme().year(),
                username -> people.find(username)
                        .orElseThrow(() -> new SampleFailed(username + " is no demo person."))
                        .personId());
        ProgrammeSteps meeting = new ProgrammeSteps(programme, ids);
        QuestionSteps questions = new QuestionSteps(programme, ids);
        AnswerSteps answers = new AnswerSteps(programme, ids);
        List<Question> asked = programme.questions();
        return Stream.of(
                        new DirectorySteps(programme, ids).steps(people.areOfToday()).stream(),
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
