package org.dialogue.answers.commitment;

import java.util.Optional;
import org.dialogue.access.ReadingPolicy;
import org.dialogue.answers.reference.ReferenceData;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.QuestionParts;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.history.AggregateReaders;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.rules.NotFound;
import org.springframework.stereotype.Component;

/** Shows a commitment to everybody who may read the questions it follows from, and always to those who bear it. */
@Component
public class CommitmentReading {

    private final AggregateReaders.Reader<CommitmentEvent, CommitmentState> commitments;
    private final ReferenceData references;

    CommitmentReading(AggregateReaders aggregates, ReferenceData references) {
        this.commitments = aggregates.of(CommitmentEvent.class, CommitmentState::after);
        this.references = references;
    }

    /**
     * Shows a commitment to a reader.
     *
     * @throws NotFound if there is none, or the actor may not know of it
     */
    public Versioned<CommitmentState> show(CommitmentId id, Actor actor) {
        return find(id).filter(found -> mayRead(found.state(), actor))
                .orElseThrow(() -> new NotFound("commitment", id.value()));
    }

    /** {@return whether the actor may read the commitment} */
    public boolean mayRead(CommitmentState commitment, Actor actor) {
        return mayRead(commitment, actor, references);
    }

    static boolean mayRead(CommitmentState commitment, Actor actor, ReferenceData references) {
        return ReadingPolicy.mayReadCommitment(
                actor,
                commitment.committed().bodies(),
                commitment.committed().subjects().stream().map(subject -> mayRead(subject, actor, references)));
    }

    private static boolean mayRead(QuestionParts subject, Actor actor, ReferenceData references) {
        return references
                .question(subject.question())
                .filter(question -> question.mayBeReadBy(actor))
                .isPresent();
    }

    private Optional<Versioned<CommitmentState>> find(CommitmentId id) {
        return commitments.read(id);
    }
}
