package org.dialogue.answers.commitment;

import org.dialogue.answers.knowledge.Knowledge;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.history.Histories;
import org.dialogue.kit.history.Recorded;
import org.dialogue.kit.rules.Unknown;
import org.springframework.stereotype.Component;

/** Shows a commitment to everybody who may read the questions it follows from, and always to those who bear it. */
@Component
public class CommitmentReading {

    private final Histories histories;
    private final Knowledge knowledge;

    CommitmentReading(Histories histories, Knowledge knowledge) {
        this.histories = histories;
        this.knowledge = knowledge;
    }

    /**
     * Shows a commitment to a reader.
     *
     * @throws Unknown if there is none, or the actor may not know of it
     */
    public Recorded<CommitmentState> show(CommitmentId id, Actor actor) {
        return histories
                .read(id, CommitmentEvent.class, CommitmentState::after)
                .filter(found -> mayRead(found.state(), actor))
                .orElseThrow(() -> new Unknown("commitment", id.value()));
    }

    private boolean mayRead(CommitmentState commitment, Actor actor) {
        boolean bears = actor.hasAnyOf(Role.OFFICER, Role.HEAD)
                && commitment.committed().bodies().stream().map(BodyId::value).anyMatch(actor::worksIn);
        return bears || commitment.committed().subjects().stream().allMatch(subject -> mayRead(subject, actor));
    }

    private boolean mayRead(QuestionParts subject, Actor actor) {
        return knowledge
                .question(subject.question())
                .filter(question -> question.isReadableBy(actor))
                .isPresent();
    }
}
