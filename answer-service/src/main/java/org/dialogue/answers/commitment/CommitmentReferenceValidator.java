package org.dialogue.answers.commitment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dialogue.answers.commitment.CommitmentCommand.CommitFollowUp;
import org.dialogue.answers.reference.QuestionReference;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.Identifier;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.Findings;

/** Checks what a commitment refers to against what this service knows. */
final class CommitmentReferenceValidator {

    private static final String UNKNOWN = "unknown-reference.not-arrived";

    private final ReferenceData references;

    CommitmentReferenceValidator(ReferenceData references) {
        this.references = references;
    }

    void check(CommitFollowUp command, Actor actor, Findings findings) {
        check(command.programmeId(), findings);
        checkBodies(command, findings);
        Set<QuestionId> seen = new HashSet<>();
        for (int i = 0; i < command.subjects().size(); i++) {
            QuestionParts subject = command.subjects().get(i);
            String field = "subjects[" + i + "]";
            findings.require(
                    seen.add(subject.question()), field + ".question", "question-twice", "name each question once");
            checkSubject(command, subject, actor, field, findings);
        }
    }

    void check(ProgrammeId programme, Findings findings) {
        findings.require(
                references.programme(programme).isPresent(),
                "programmeId",
                UNKNOWN,
                notKnown("programme", programme),
                "programme",
                programme.value());
    }

    void check(AuthorityId authority, Findings findings) {
        findings.require(
                references.authority(authority).isPresent(),
                "authority",
                UNKNOWN,
                notKnown("authority", authority),
                "authority",
                authority.value());
    }

    private void checkBodies(CommitFollowUp command, Findings findings) {
        Set<BodyId> seen = new HashSet<>();
        for (int i = 0; i < command.bodies().size(); i++) {
            BodyId body = command.bodies().get(i);
            String field = "bodies[" + i + "]";
            findings.require(
                            references.body(body).isPresent(),
                            field,
                            UNKNOWN,
                            notKnown("body", body),
                            "body",
                            body.value())
                    .require(seen.add(body), field, "body-twice", "name each body once");
        }
        BodyId assignedBy = command.assignedBy();
        if (assignedBy != null) {
            findings.require(
                            references.body(assignedBy).isPresent(),
                            "assignedBy",
                            UNKNOWN,
                            notKnown("body", assignedBy),
                            "body",
                            assignedBy.value())
                    .require(
                            !seen.contains(assignedBy),
                            "assignedBy",
                            "another-body",
                            "a body that bears the commitment has not charged itself with it");
        }
    }

    private void checkSubject(
            CommitFollowUp command, QuestionParts subject, Actor actor, String field, Findings findings) {
        // Whoever may not read a question hears of it as of one that does not exist.
        Optional<QuestionReference> question =
                references.question(subject.question()).filter(known -> known.mayBeReadBy(actor));
        findings.require(
                question.isPresent(),
                field + ".question",
                UNKNOWN,
                notKnown("question", subject.question()),
                "question",
                subject.question().value());
        question.ifPresent(known -> {
            findings.require(
                    known.programmeId().equals(command.programmeId()),
                    field + ".question",
                    "same-programme",
                    "the question belongs to another programme");
            checkParts(known, subject.parts(), field, findings);
        });
    }

    private static void checkParts(QuestionReference question, List<Integer> parts, String field, Findings findings) {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = parts.get(i);
            String at = field + ".parts[" + i + "]";
            findings.require(
                            question.hasPart(part),
                            at,
                            "unknown-reference.part",
                            "the question has no part " + part,
                            part)
                    .require(
                            seen.add(part),
                            at,
                            "part-twice",
                            "part " + part + " is named twice; name each part once",
                            part);
        }
    }

    private static String notKnown(String kind, Identifier id) {
        return "no " + kind + " " + id.value() + " is known here; if it is new, it may not have arrived yet";
    }
}
