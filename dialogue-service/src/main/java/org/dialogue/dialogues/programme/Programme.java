package org.dialogue.dialogues.programme;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.directory.PeopleOnRecord;
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
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.commands.HappenedAt;
import org.dialogue.kit.rules.Findings;
import org.dialogue.kit.rules.HostCalendar;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.kit.rules.Plausible;
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
    private Instant stageSince = Instant.EPOCH;
    private @Nullable Instant figuresSince;
    private final Map<PersonId, DelegateRegistered> delegates = new HashMap<>();
    private final Map<BilingualName, Figure> figures = new HashMap<>();

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceProgramme command, Directory directory, HostCalendar calendar) {
        if (announced == null) {
            Instant at = command.happenedAt().instant();
            LocalDate latest = Plausible.latestAhead(calendar.dayOf(at));
            InvalidInput.checkAll(
                    () -> directory.bodyIn("host", command.host()),
                    () -> requireDay("plannedFor", command.plannedFor(), latest));
            apply(announcement(command, at));
        } else {
            boolean same = announced.equals(announcement(command, announced.happenedAt()));
            Repeats.mustRepeat(command.happenedAt(), same, announced.happenedAt(), "programme", command.programmeId());
        }
    }

    @CommandHandler
    void handle(RegisterDelegate command, PeopleOnRecord people, Directory directory) {
        PersonReference delegate = people.personIn("person", command.person());
        DelegateRegistered last = delegates.get(command.person());
        boolean same = last != null && last.delegate().equals(delegate);
        if (last != null && command.happenedAt().repeats(same, last.happenedAt())) {
            return;
        }
        if (!stage.takesDelegates()) {
            throw new RuleViolation(
                    "programme-stage.delegates", "a programme that is " + stage + " takes no more delegates", stage);
        }
        if (same) {
            throw new RuleViolation("delegate-registered", "the person is a delegate in this office already");
        }
        mustSpeakForACommune(delegate, directory);
        apply(new DelegateRegistered(command.programmeId(), delegate, sinceAnnounced(command.happenedAt())));
    }

    @CommandHandler
    void handle(OpenProgramme command) {
        if (!entersAgain(Stage.OPEN, command.happenedAt(), true)) {
            stage.mustLeadTo(Stage.OPEN);
            apply(new ProgrammeOpened(
                    command.programmeId(), command.happenedAt().notBefore(stageSince)));
        }
    }

    @CommandHandler
    void handle(RecordFigures command) {
        List<Figure> news = command.figures().stream()
                .filter(figure -> !figure.equals(figures.get(figure.label())))
                .distinct()
                .toList();
        if (figuresSince != null && command.happenedAt().repeats(news.isEmpty(), figuresSince)) {
            return;
        }
        if (!stage.isAlive()) {
            throw new RuleViolation("programme-stage.figures", "an archived programme takes no more figures");
        }
        List<Figure> told = command.happenedAt().given()
                ? command.figures().stream().distinct().toList()
                : news;
        apply(new BackgroundFiguresRecorded(command.programmeId(), told, sinceAnnounced(command.happenedAt())));
    }

    @CommandHandler
    void handle(HoldSession command, HostCalendar calendar) {
        boolean same = session != null
                && Objects.equals(session.heldOn(), command.heldOn())
                && Objects.equals(session.place(), command.place());
        if (!entersAgain(Stage.SESSION_HELD, command.happenedAt(), same)) {
            stage.mustLeadTo(Stage.SESSION_HELD);
            Instant at = command.happenedAt().notBefore(stageSince);
            requireDay("heldOn", command.heldOn(), calendar.dayOf(at));
            apply(new SessionHeld(command.programmeId(), command.heldOn(), command.place(), at));
        }
    }

    @CommandHandler
    void handle(ConcludeProgramme command) {
        boolean same = conclusion != null && conclusion.summary().equals(command.summary());
        if (!entersAgain(Stage.CONCLUDED, command.happenedAt(), same)) {
            stage.mustLeadTo(Stage.CONCLUDED);
            apply(new ProgrammeConcluded(
                    command.programmeId(),
                    command.summary(),
                    command.happenedAt().notBefore(stageSince)));
        }
    }

    @CommandHandler
    void handle(ArchiveProgramme command, OpenMatters open) {
        if (!entersAgain(Stage.ARCHIVED, command.happenedAt(), true)) {
            stage.mustLeadTo(Stage.ARCHIVED);
            open.refuseIfAny(command.programmeId());
            apply(new ProgrammeArchived(
                    command.programmeId(), command.happenedAt().notBefore(stageSince)));
        }
    }

    @EventSourcingHandler
    void on(ProgrammeAnnounced event) {
        programmeId = event.programmeId();
        announced = event;
        stageSince = event.happenedAt();
    }

    @EventSourcingHandler
    void on(DelegateRegistered event) {
        delegates.put(event.delegate().id(), event);
    }

    @EventSourcingHandler
    void on(BackgroundFiguresRecorded event) {
        event.figures().forEach(figure -> figures.put(figure.label(), figure));
        figuresSince = event.happenedAt();
    }

    @EventSourcingHandler
    void on(ProgrammeOpened event) {
        enter(Stage.OPEN, event.happenedAt());
    }

    @EventSourcingHandler
    void on(SessionHeld event) {
        enter(Stage.SESSION_HELD, event.happenedAt());
        session = event;
    }

    @EventSourcingHandler
    void on(ProgrammeConcluded event) {
        enter(Stage.CONCLUDED, event.happenedAt());
        conclusion = event;
    }

    @EventSourcingHandler
    void on(ProgrammeArchived event) {
        enter(Stage.ARCHIVED, event.happenedAt());
    }

    private void enter(Stage next, Instant since) {
        stage = next;
        stageSince = since;
    }

    private boolean entersAgain(Stage next, HappenedAt happenedAt, boolean sameContent) {
        return stage == next && happenedAt.repeats(sameContent, stageSince);
    }

    private Instant sinceAnnounced(HappenedAt happenedAt) {
        return happenedAt.notBefore(Objects.requireNonNull(announced, "a programme begins by being announced")
                .happenedAt());
    }

    private static void requireDay(String field, @Nullable LocalDate day, LocalDate latest) {
        Findings findings = new Findings();
        Plausible.requireDay(field, day, latest, findings);
        findings.refuseIfAny();
    }

    private static void mustSpeakForACommune(PersonReference delegate, Directory directory) {
        UnitId unit = delegate.unit();
        if (unit == null || !directory.unitIn("person", unit).kind().isCommuneLevel()) {
            throw new InvalidInput(
                    "person",
                    "commune-level.delegate",
                    "a delegate holds office in a commune, a ward or a town of a district");
        }
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
