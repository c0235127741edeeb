package org.dialogue.dialogues.question;

import java.time.LocalDate;
import org.dialogue.dialogues.calendar.HostCalendar;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.Plausible;
import org.dialogue.kit.rules.RuleViolation;

/** A question is raised in a programme that takes questions, of a commune, by one of the programme's delegates. */
final class RaisingRules {

    private RaisingRules() {}

    /** Insists that what the question refers to exists, and can be referred to. */
    static void mustMakeSense(RaiseQuestion command, Directory directory, HostCalendar calendar) {
        Findings findings = new Findings();
        findings.require(
                directory.unitIn("unit", command.unit()).kind().isCommuneLevel(),
                "unit",
                "commune-level",
                "the dialogue is with communes, wards and their like");
        LocalDate latest = calendar.dayOf(command.happenedAt().instant());
        for (int i = 0; i < command.references().size(); i++) {
            LocalDate issuedOn = command.references().get(i).issuedOn();
            Plausible.requireDay("references[" + i + "].issuedOn", issuedOn, latest, findings);
        }
        findings.refuseIfAny();
        ChangingVisibility.mustNameBodiesThatExist(command.visibility(), directory);
    }

    /** Insists that the programme takes the question from its asker. */
    static void mustBeTaken(RaiseQuestion command, Actor actor, Programmes programmes) {
        AskingForOneself.mayOpen(command.visibility(), actor);
        ProgrammeState programme = programmes.programmeIn("programmeId", command.programmeId());
        if (!programme.stage().takesQuestions()) {
            throw new RuleViolation(
                    "programme-stage", "a programme that is " + programme.stage() + " takes no questions");
        }
        AskingForOneself.mustBeDelegate(command, programme, actor);
    }
}
