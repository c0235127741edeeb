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
import org.dialogue.events.programme.ProgrammeEvent;
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

    private @Nullable ProgrammeState state;
    private Instant stageSince = Instant.EPOCH;
    private @Nullable Instant figuresSince;
    private final Map<PersonId, Instant> delegatesSince = new HashMap<>();

    Programme() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AnnounceProgramme command, Directory directory, HostCalendar calendar) {
        if (state == null) {
            Instant at = command.happenedAt().instant();
            LocalDate latest = Plausible.latestAhead(calendar.dayOf(at));
            InvalidInput.checkAll(
                    () -> directory.bodyIn("host", command.host()),
                    () -> requireDay("plannedFor", command.plannedFor(), latest));
            apply(announcement(command, at));
        } else {
            ProgrammeAnnounced announced = state.announced();
            boolean same = announced.equals(announcement(command, announced.happenedAt()));
            Repeats.mustRepeat(command.happenedAt(), same, announced.happenedAt(), "programme", command.programmeId());
        }
    }

    @CommandHandler
    void handle(RegisterDelegate command, PeopleOnRecord people, Directory directory) {
        PersonReference delegate = people.personIn("person", command.person());
        Instant since = delegatesSince.get(command.person());
        boolean same = known().delegates().contains(delegate);
        if (since != null && command.happenedAt().repeats(same, since)) {
            return;
        }
        Stage stage = known().stage();
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
            known().stage().mustLeadTo(Stage.OPEN);
            apply(new ProgrammeOpened(
                    command.programmeId(), command.happenedAt().notBefore(stageSince)));
        }
    }

    @CommandHandler
    void handle(RecordFigures command) {
        Map<BilingualName, Figure> figures = new HashMap<>();
        known().figures().forEach(figure -> figures.put(figure.label(), figure));
        List<Figure> news = command.figures().stream()
                .filter(figure -> !figure.equals(figures.get(figure.label())))
                .distinct()
                .toList();
        if (figuresSince != null && command.happenedAt().repeats(news.isEmpty(), figuresSince)) {
            return;
        }
        if (!known().stage().isAlive()) {
            throw new RuleViolation("programme-stage.figures", "an archived programme takes no more figures");
        }
        List<Figure> told = command.happenedAt().given()
                ? command.figures().stream().distinct().toList()
                : news;
        apply(new BackgroundFiguresRecorded(command.programmeId(), told, sinceAnnounced(command.happenedAt())));
    }

    @CommandHandler
    void handle(HoldSession command, HostCalendar calendar) {
        SessionHeld session = known().session();
        boolean same = session != null
                && Objects.equals(session.heldOn(), command.heldOn())
                && Objects.equals(session.place(), command.place());
        if (!entersAgain(Stage.SESSION_HELD, command.happenedAt(), same)) {
            known().stage().mustLeadTo(Stage.SESSION_HELD);
            Instant at = command.happenedAt().notBefore(stageSince);
            requireDay("heldOn", command.heldOn(), calendar.dayOf(at));
            apply(new SessionHeld(command.programmeId(), command.heldOn(), command.place(), at));
        }
    }

    @CommandHandler
    void handle(ConcludeProgramme command) {
        ProgrammeConcluded conclusion = known().conclusion();
        boolean same = conclusion != null && conclusion.summary().equals(command.summary());
        if (!entersAgain(Stage.CONCLUDED, command.happenedAt(), same)) {
            known().stage().mustLeadTo(Stage.CONCLUDED);
            apply(new ProgrammeConcluded(
                    command.programmeId(),
                    command.summary(),
                    command.happenedAt().notBefore(stageSince)));
        }
    }

    @CommandHandler
    void handle(ArchiveProgramme command, OpenMatters open) {
        if (!entersAgain(Stage.ARCHIVED, command.happenedAt(), true)) {
            known().stage().mustLeadTo(Stage.ARCHIVED);
            open.refuseIfAny(command.programmeId());
            apply(new ProgrammeArchived(
                    command.programmeId(), command.happenedAt().notBefore(stageSince)));
        }
    }

    @EventSourcingHandler
    void on(ProgrammeEvent event) {
        programmeId = event.programmeId();
        @Nullable Stage before = state == null ? null : state.stage();
        state = ProgrammeState.after(state, event);
        if (state.stage() != before) {
            stageSince = event.happenedAt();
        }
        if (event instanceof DelegateRegistered registered) {
            delegatesSince.put(registered.delegate().id(), event.happenedAt());
        } else if (event instanceof BackgroundFiguresRecorded) {
            figuresSince = event.happenedAt();
        }
    }

    private ProgrammeState known() {
        return Objects.requireNonNull(state, "a programme begins by being announced");
    }

    private boolean entersAgain(Stage next, HappenedAt happenedAt, boolean sameContent) {
        return known().stage() == next && happenedAt.repeats(sameContent, stageSince);
    }

    private Instant sinceAnnounced(HappenedAt happenedAt) {
        return happenedAt.notBefore(known().announced().happenedAt());
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
