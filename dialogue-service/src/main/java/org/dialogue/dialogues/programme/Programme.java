package org.dialogue.dialogues.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.programme.ProgrammeCommand.AnnounceProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ArchiveProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.ConcludeProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.HoldSession;
import org.dialogue.dialogues.programme.ProgrammeCommand.OpenProgramme;
import org.dialogue.dialogues.programme.ProgrammeCommand.RecordFigures;
import org.dialogue.dialogues.programme.ProgrammeCommand.RegisterDelegate;
import org.dialogue.dialogues.repeats.Repeats;
import org.dialogue.events.programme.Figure;
import org.dialogue.events.programme.ProgrammeEvent.BackgroundFiguresRecorded;
import org.dialogue.events.programme.ProgrammeEvent.DelegateRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeArchived;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeConcluded;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeOpened;
import org.dialogue.events.programme.ProgrammeEvent.SessionHeld;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.kit.rules.RuleViolation;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "programme")
class Programme {

    @AggregateIdentifier
    private @Nullable ProgrammeId programmeId;

    private @Nullable ProgrammeAnnounced announced;
    private @Nullable SessionHeld session;
    private @Nullable ProgrammeConcluded conclusion;
    private Stage stage = Stage.ANNOUNCED;
    private final Set<PersonId> delegates = new LinkedHashSet<>();
    private final Set<Figure> figures = new LinkedHashSet<>();

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceProgramme command) {
        if (announced == null) {
            apply(announcement(command, command.happenedAt()));
        } else {
            boolean same = announced.equals(announcement(command, announced.happenedAt()));
            Repeats.mustHaveSameContent(same, "programme", command.programmeId());
        }
    }

    @CommandHandler
    void handle(RegisterDelegate command) {
        if (delegates.contains(command.delegate().id())) {
            return;
        }
        if (!stage.takesDelegates()) {
            throw new RuleViolation("programme-stage", "a programme that is " + stage + " takes no more delegates");
        }
        apply(new DelegateRegistered(command.programmeId(), command.delegate(), command.happenedAt()));
    }

    @CommandHandler
    void handle(OpenProgramme command) {
        if (stage != Stage.OPEN) {
            stage.mustLeadTo(Stage.OPEN);
            apply(new ProgrammeOpened(command.programmeId(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(RecordFigures command) {
        List<Figure> unknown = command.figures().stream()
                .filter(figure -> !figures.contains(figure))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        if (!stage.isAlive()) {
            throw new RuleViolation("programme-stage", "an archived programme is for reading only");
        }
        apply(new BackgroundFiguresRecorded(command.programmeId(), unknown, command.happenedAt()));
    }

    @CommandHandler
    void handle(HoldSession command) {
        boolean repeated = stage == Stage.SESSION_HELD
                && session != null
                && Objects.equals(session.heldOn(), command.heldOn())
                && Objects.equals(session.place(), command.place());
        if (!repeated) {
            stage.mustLeadTo(Stage.SESSION_HELD);
            apply(new SessionHeld(command.programmeId(), command.heldOn(), command.place(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(ConcludeProgramme command) {
        boolean repeated = stage == Stage.CONCLUDED
                && conclusion != null
                && conclusion.summary().equals(command.summary());
        if (!repeated) {
            stage.mustLeadTo(Stage.CONCLUDED);
            apply(new ProgrammeConcluded(command.programmeId(), command.summary(), command.happenedAt()));
        }
    }

    @CommandHandler
    void handle(ArchiveProgramme command) {
        if (stage != Stage.ARCHIVED) {
            stage.mustLeadTo(Stage.ARCHIVED);
            apply(new ProgrammeArchived(command.programmeId(), command.happenedAt()));
        }
    }

    @EventSourcingHandler
    void on(ProgrammeAnnounced event) {
        programmeId = event.programmeId();
        announced = event;
    }

    @EventSourcingHandler
    void on(DelegateRegistered event) {
        delegates.add(event.delegate().id());
    }

    @EventSourcingHandler
    void on(BackgroundFiguresRecorded event) {
        figures.addAll(event.figures());
    }

    @EventSourcingHandler
    void on(ProgrammeOpened event) {
        stage = Stage.OPEN;
    }

    @EventSourcingHandler
    void on(SessionHeld event) {
        stage = Stage.SESSION_HELD;
        session = event;
    }

    @EventSourcingHandler
    void on(ProgrammeConcluded event) {
        stage = Stage.CONCLUDED;
        conclusion = event;
    }

    @EventSourcingHandler
    void on(ProgrammeArchived event) {
        stage = Stage.ARCHIVED;
    }

    private static ProgrammeAnnounced announcement(AnnounceProgramme command, Instant happenedAt) {
        return new ProgrammeAnnounced(
                command.programmeId(),
                command.year(),
                command.title(),
                command.host(),
                command.plannedFor(),
                command.source(),
                happenedAt);
    }
}
