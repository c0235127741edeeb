package org.dialogue.dialogues.integration;

import java.util.List;
import java.util.stream.Stream;
import org.dialogue.dialogues.programme.OpenMatters;
import org.dialogue.dialogues.question.OpenQuestions;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.springframework.stereotype.Component;

/** What is open in a programme: questions as they are now, commitments as answer-service has told of them. */
@Component
class WhatIsOpen implements OpenMatters {

    private final OpenQuestions questions;
    private final CommitmentReferenceProjection commitments;

    WhatIsOpen(OpenQuestions questions, CommitmentReferenceProjection commitments) {
        this.questions = questions;
        this.commitments = commitments;
    }

    @Override
    public List<OpenMatter> in(ProgrammeId programme) {
        return Stream.concat(
                        questions.in(programme).stream(),
                        commitments.openIn(programme).stream().map(WhatIsOpen::matter))
                .toList();
    }

    private static OpenMatter matter(CommitmentReference commitment) {
        List<Owed> owed = commitment.stage() == CommitmentReference.Stage.CLAIMED
                ? List.of(new Owed(Step.VERIFICATION, "secretariat"))
                : commitment.bodies().stream()
                        .map(BodyId::value)
                        .map(body -> new Owed(Step.COMPLETION, body))
                        .toList();
        return new OpenMatter(Kind.COMMITMENT, commitment.commitmentId().value(), owed);
    }
}
