package org.dialogue.dialogues.programme;

import java.util.Optional;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.RuleViolation;
import org.springframework.stereotype.Component;

/** Programmes as they are now, for those whose doings depend on their stage. */
@Component
public class Programmes {

    private final Histories histories;

    Programmes(Histories histories) {
        this.histories = histories;
    }

    /** {@return the programme, if there is one} */
    public Optional<Recorded<ProgrammeState>> programme(ProgrammeId id) {
        return histories.read(id, ProgrammeEvent.class, ProgrammeState::after);
    }

    /**
     * Insists that questions may be raised in a programme that a field of a request refers to.
     *
     * @throws InvalidInput {@code unknown-reference} if there is none
     * @throws RuleViolation {@code programme-stage} if it takes no questions now
     */
    public void mustTakeQuestions(String field, ProgrammeId id) {
        Stage stage = programme(id)
                .orElseThrow(() -> InvalidInput.unknownReference(field, "programme", id.value()))
                .state()
                .stage();
        if (!stage.takesQuestions()) {
            throw new RuleViolation("programme-stage", "a programme that is " + stage + " takes no questions");
        }
    }

    /**
     * Insists that what belongs to a programme may still be changed by its people.
     *
     * @throws RuleViolation {@code programme-stage} if the programme was archived
     */
    public void mustBeAlive(ProgrammeId id) {
        boolean alive = programme(id)
                .map(found -> found.state().stage().isAlive())
                .orElseThrow(() -> new IllegalStateException(id + " has questions and no events"));
        if (!alive) {
            throw new RuleViolation("programme-stage", "an archived programme is for reading only");
        }
    }
}
