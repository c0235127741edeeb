package org.dialogue.kit.sample;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.events.question.QuestionEvent.QuestionWithdrawn;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.rules.NotPermitted;
import org.dialogue.kit.rules.RuleViolation;
import org.dialogue.kit.sample.PaperCommand.AmendPaper;
import org.dialogue.kit.sample.PaperCommand.FilePaper;
import org.dialogue.kit.sample.PaperCommand.LabelPaper;
import org.dialogue.kit.sample.PaperCommand.ShredPaper;

@Aggregate(type = "paper")
class Paper {

    @AggregateIdentifier
    private QuestionId id;

    private String reason;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(FilePaper command, Actor actor) {
        if (id == null) {
            apply(new QuestionWithdrawn(command.id(), command.reason(), command.at()));
        }
    }

    @CommandHandler
    void handle(AmendPaper command, Actor actor) {
        if (command.reason().equals("forbidden")) {
            throw new NotPermitted("this-reason", "not this reason, " + actor.subject(), actor.subject());
        }
        if (command.reason().equals(reason)) {
            throw new RuleViolation("nothing-to-amend", "that is what it says");
        }
        apply(new QuestionWithdrawn(id, command.reason(), command.at()));
    }

    @CommandHandler
    void handle(LabelPaper command) {
        if (!command.reason().equals(reason)) {
            apply(new QuestionWithdrawn(id, command.reason(), command.at()));
        }
    }

    @CommandHandler
    void handle(ShredPaper command) {
        apply(new QuestionWithdrawn(id, "shredded", java.time.Instant.EPOCH));
    }

    @EventSourcingHandler
    void on(QuestionWithdrawn event) {
        id = event.questionId();
        reason = event.reason();
    }
}
