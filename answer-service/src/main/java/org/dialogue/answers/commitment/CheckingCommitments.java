package org.dialogue.answers.commitment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dialogue.answers.commitment.CommitmentCommand.AwaitAuthority;
import org.dialogue.answers.commitment.CommitmentCommand.ClaimCompletion;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.commitment.CommitmentCommand.ReportProgress;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.InvalidInput;
import org.springframework.stereotype.Component;

/** Checks commands about commitments before they touch one: what holds whatever the commitment's state. */
@Component
public class CheckingCommitments {

    private final CheckingReferences references;

    CheckingCommitments(CheckingReferences references) {
        this.references = references;
    }

    /**
     * Checks a promise.
     *
     * @param promisedOn the day of the promise, on the host's calendar
     * @throws InvalidInput naming everything that is wrong
     */
    public void check(CommitFollowUp command, Actor actor, LocalDate promisedOn) {
        Findings findings = new Findings();
        references.check(command, actor, findings);
        CheckingPromises.checkDue(command.due(), "due", promisedOn, findings);
        CheckingPromises.checkMeasure(command.measure(), findings);
        CheckingPromises.checkMilestones(command.milestones(), command.due(), promisedOn, findings);
        findings.refuseIfAny();
    }

    /**
     * Checks a report.
     *
     * @throws InvalidInput naming everything that is wrong
     */
    public void check(ReportProgress command) {
        Findings findings = new Findings();
        CheckingPromises.checkEvidence(command.evidence(), findings);
        List<String> reached = command.reachedMilestones();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < reached.size(); i++) {
            findings.require(
                    seen.add(reached.get(i)),
                    "reachedMilestones[" + i + "]",
                    "milestone-twice",
                    "name each milestone once");
        }
        findings.refuseIfAny();
    }

    /**
     * Checks whom it waits for.
     *
     * @throws InvalidInput if the authority is not known
     */
    public void check(AwaitAuthority command) {
        Findings findings = new Findings();
        references.check(command.authority(), findings);
        findings.refuseIfAny();
    }

    /**
     * Checks a claim.
     *
     * @throws InvalidInput naming everything that is wrong
     */
    public void check(ClaimCompletion command) {
        Findings findings = new Findings();
        CheckingPromises.checkEvidence(command.evidence(), findings);
        findings.refuseIfAny();
    }
}
