package org.dialogue.dialogues.question;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.PeopleOnRecord;
import org.dialogue.dialogues.programme.ProgrammeState;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.dialogues.question.QuestionCommand.RaiseQuestion;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Plausible;
import org.dialogue.kit.rules.RuleViolation;

/** A question is raised in a programme that takes questions, of a commune, by one of the programme's delegates. */
final class RaiseQuestionPolicy {

    private RaiseQuestionPolicy() {}

    /** Insists that what the question refers to exists, and can be referred to. */
    static void mustMakeSense(
            RaiseQuestion command,
            PeopleOnRecord people,
            Programmes programmes,
            Directory directory,
            HostCalendar calendar) {
        Findings findings = new Findings()
                .collect(() -> programmes.programmeIn("programmeId", command.programmeId()))
                .collect(() -> people.personIn("asker", command.asker()))
                .collect(() -> mustBeOfCommunes(command, directory));
        for (int i = 0; i < command.parts().size(); i++) {
            findings.require(
                    command.parts().get(i).number() == i + 1,
                    "parts[" + i + "].number",
                    "in-order",
                    "parts are numbered from 1 in the order given");
        }
        Set<String> attachments = new HashSet<>();
        for (int i = 0; i < command.attachments().size(); i++) {
            findings.require(
                    attachments.add(command.attachments().get(i).id()),
                    "attachments[" + i + "].id",
                    "unique",
                    "two attachments have the same id");
        }
        LocalDate latest = calendar.dayOf(command.happenedAt().instant());
        for (int i = 0; i < command.references().size(); i++) {
            LocalDate issuedOn = command.references().get(i).issuedOn();
            Plausible.requireDay("references[" + i + "].issuedOn", issuedOn, latest, findings);
        }
        ChangeVisibilityDecision.mustNameBodiesThatExist(command.visibility(), directory, findings);
        findings.refuseIfAny();
    }

    private static void mustBeOfCommunes(RaiseQuestion command, Directory directory) {
        if (!directory.unitIn("unit", command.unit()).kind().isCommuneLevel()) {
            throw new InvalidInput("unit", "commune-level", "the dialogue is with communes, wards and their like");
        }
    }

    /** Insists that the programme takes the question from its asker. */
    static void mustBeTaken(RaiseQuestion command, PersonReference asker, Actor actor, Programmes programmes) {
        AskingPermissions.mayOpen(command.visibility(), actor);
        ProgrammeState programme = programmes.programmeIn("programmeId", command.programmeId());
        if (!programme.stage().takesQuestions()) {
            throw new RuleViolation(
                    "programme-stage.questions",
                    "a programme that is " + programme.stage() + " takes no questions",
                    programme.stage());
        }
        AskingPermissions.mustBeDelegate(command, asker, programme, actor);
    }
}
