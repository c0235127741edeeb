package org.dialogue.answers.assignment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.vocabulary.AssignmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.kit.rules.Findings;

/**
 * An answer in the making: a working document, no part of history.
 *
 * @param version counts how often it was saved, from 1
 * @param round the question's reopening it answers to; 0 before the first. A draft of an earlier round is spent
 * @param savedAt when it was saved last
 * @param savedBy who saved it last: the subject
 */
public record Draft(
        AssignmentId assignmentId, long version, int round, List<DraftPart> parts, Instant savedAt, String savedBy) {

    /**
     * The draft as it stands, word for word.
     *
     * @return the words to clear
     * @throws org.dialogue.kit.rules.InvalidInput if a part proposes no disposition yet
     */
    List<PartAnswer> words() {
        Findings findings = new Findings();
        List<PartAnswer> words = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            DraftPart part = parts.get(i);
            Disposition proposed = part.proposedDisposition();
            if (proposed == null) {
                findings.require(
                        false,
                        "draft.parts[" + i + "].proposedDisposition",
                        "required.disposition",
                        "part " + part.part() + " proposes no disposition yet",
                        part.part());
            } else {
                words.add(new PartAnswer(part.part(), part.text(), proposed));
            }
        }
        findings.refuseIfAny();
        return words;
    }
}
