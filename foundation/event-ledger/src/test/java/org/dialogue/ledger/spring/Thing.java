package org.dialogue.ledger.spring;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** The aggregate of an application like many others. */
@Aggregate
class Thing {

    @AggregateIdentifier
    private String id;

    private int times;

    Thing() {}

    @CommandHandler
    Thing(Begin command) {
        apply(new Begun(command.id()));
    }

    @CommandHandler
    int handle(DoAgain command) {
        apply(new DoneAgain(id));
        return times;
    }

    @EventSourcingHandler
    void on(Begun event) {
        id = event.id();
    }

    @EventSourcingHandler
    void on(DoneAgain event) {
        times++;
    }

    record Begin(@TargetAggregateIdentifier String id) {}

    record DoAgain(@TargetAggregateIdentifier String id) {}

    record Begun(String id) {}

    record DoneAgain(String id) {}
}
