package org.dialogue.dialogues.programme;

import java.util.List;
import java.util.Map;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.rules.RuleViolation;

/** What somebody still owes in a programme, so that none is put away over it. */
public interface OpenMatters {

    /** How many open matters a refusal lists; it tells how many there are in all. */
    int MOST_LISTED = 100;

    /** What is open: a question, or a follow-up that was promised. */
    enum Kind {
        /** A question that is neither concluded nor taken back, and follows no lead. */
        QUESTION,
        /** A commitment that nobody has verified. */
        COMMITMENT
    }

    /** A step that is owed. */
    enum Step {
        /** The secretariat assigns a part, or passes on what a body handed back. */
        ASSIGNMENT,
        /** A body answers. */
        ANSWER,
        /** The chair concludes. */
        CONCLUSION,
        /** A body keeps its promise. */
        COMPLETION,
        /** The secretariat verifies that a promise was kept. */
        VERIFICATION
    }

    /**
     * A step that somebody owes.
     *
     * @param by a body's code, {@code secretariat} or {@code chair}
     */
    record Owed(Step step, String by) {}

    /** Something open, and what is owed on it. */
    record OpenMatter(Kind kind, String id, List<Owed> owed) {}

    /** {@return everything that is open in the programme} */
    List<OpenMatter> in(ProgrammeId programme);

    /**
     * Insists that nothing is owed in a programme.
     *
     * @throws RuleViolation {@code programme-has-open-items} if something is; it lists what, in {@code open}
     */
    default void refuseIfAny(ProgrammeId programme) {
        List<OpenMatter> open = in(programme);
        if (!open.isEmpty()) {
            throw new RuleViolation(
                    "programme-has-open-items",
                    open.size() + " questions and commitments are open; settle them or carry them over",
                    Map.of("open", open.stream().limit(MOST_LISTED).toList(), "openTotal", open.size()),
                    open.size());
        }
    }
}
