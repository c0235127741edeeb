package org.dialogue.reports.folds.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRegistered;
import org.dialogue.events.directory.AdministrativeUnitEvent.AdministrativeUnitRenamed;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRegistered;
import org.dialogue.events.directory.AnsweringBodyEvent.AnsweringBodyRenamed;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.programme.ProgrammeEvent.ProgrammeAnnounced;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionCarriedOver;
import org.dialogue.events.question.QuestionEvent.QuestionCorrected;
import org.dialogue.events.question.QuestionEvent.QuestionGrouped;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionEvent.QuestionUngrouped;
import org.dialogue.events.question.QuestionEvent.QuestionVisibilityChanged;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.HistoryEntry;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What reports look up: the directory, the programmes, and the questions in their present words. A part of every view, so
 * that each view is consistent in itself at one position.
 *
 * @param numbers the questions' running numbers
 */
public record ReferenceData(
        PMap<UnitId, Unit> units,
        PMap<BodyId, BilingualName> bodies,
        PMap<AuthorityId, BilingualName> authorities,
        PMap<ProgrammeId, Programme> programmes,
        PMap<QuestionId, QuestionFacts> questions,
        RunningNumbers numbers) {

    /** Before anything happened. */
    public static final ReferenceData EMPTY = new ReferenceData(
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            HashTreePMap.empty(),
            RunningNumbers.NONE);

    /**
     * The step of the fold.
     *
     * @param entry any event; most leave the background as it is
     * @return the background after it
     * @throws IllegalStateException if it changes something that never entered history
     */
    public ReferenceData after(HistoryEntry entry) {
        DialogueEvent event = entry.event();
        if (event instanceof AdministrativeUnitEvent unitEvent) {
            return withUnits(unitsAfter(unitEvent));
        }
        if (event instanceof AnsweringBodyEvent bodyEvent) {
            return withBodies(bodiesAfter(bodyEvent));
        }
        if (event instanceof HigherAuthorityRegistered registered) {
            return new ReferenceData(
                    units,
                    bodies,
                    authorities.plus(registered.authorityId(), registered.name()),
                    programmes,
                    questions,
                    numbers);
        }
        if (event instanceof ProgrammeAnnounced announced) {
            Programme programme = new Programme(announced.year(), announced.title());
            return new ReferenceData(
                    units,
                    bodies,
                    authorities,
                    programmes.plus(announced.programmeId(), programme),
                    questions,
                    numbers);
        }
        if (event instanceof QuestionRaised raised) {
            return after(raised, entry.sourcePosition());
        }
        if (event instanceof QuestionEvent questionEvent) {
            return withQuestions(questionsAfter(questionEvent));
        }
        return this;
    }

    private PMap<UnitId, Unit> unitsAfter(AdministrativeUnitEvent event) {
        if (event instanceof AdministrativeUnitRegistered registered) {
            UnitId id = registered.unitId();
            return units.plus(id, new Unit(id, registered.name(), registered.kind(), registered.parent()));
        }
        if (event instanceof AdministrativeUnitRenamed renamed) {
            UnitId id = renamed.unitId();
            return units.plus(id, known("unit", id, units.get(id)).renamed(renamed.name()));
        }
        return units;
    }

    private PMap<BodyId, BilingualName> bodiesAfter(AnsweringBodyEvent event) {
        if (event instanceof AnsweringBodyRegistered registered) {
            return bodies.plus(registered.bodyId(), registered.name());
        }
        if (event instanceof AnsweringBodyRenamed renamed) {
            return bodies.plus(renamed.bodyId(), renamed.name());
        }
        return bodies;
    }

    private ReferenceData after(QuestionRaised raised, long position) {
        QuestionId id = raised.questionId();
        if (questions.containsKey(id)) {
            throw new IllegalStateException("history raises the question " + id + " again");
        }
        return new ReferenceData(
                units,
                bodies,
                authorities,
                programmes,
                questions.plus(id, QuestionFacts.of(raised, position)),
                numbers.after(raised.programmeId(), id, position));
    }

    private PMap<QuestionId, QuestionFacts> questionsAfter(QuestionEvent event) {
        QuestionId id = event.questionId();
        if (event instanceof QuestionGrouped grouped) {
            return questions.plus(id, known("question", id, questions.get(id)).ledBy(grouped.lead()));
        }
        if (event instanceof QuestionUngrouped) {
            return questions.plus(id, known("question", id, questions.get(id)).ledBy(null));
        }
        if (event instanceof QuestionCorrected corrected) {
            return questions.plus(id, known("question", id, questions.get(id)).with(corrected));
        }
        if (event instanceof QuestionVisibilityChanged changed) {
            return questions.plus(id, known("question", id, questions.get(id)).visibleTo(changed.visibility()));
        }
        if (event instanceof QuestionCarriedOver carried) {
            return questions.plus(id, known("question", id, questions.get(id)).in(carried.programmeId()));
        }
        return questions;
    }

    private ReferenceData withUnits(PMap<UnitId, Unit> next) {
        return next == units ? this : new ReferenceData(next, bodies, authorities, programmes, questions, numbers);
    }

    private ReferenceData withBodies(PMap<BodyId, BilingualName> next) {
        return next == bodies ? this : new ReferenceData(units, next, authorities, programmes, questions, numbers);
    }

    private ReferenceData withQuestions(PMap<QuestionId, QuestionFacts> next) {
        return next == questions ? this : new ReferenceData(units, bodies, authorities, programmes, next, numbers);
    }

    /** {@return the question as it stands, or empty while it is not known here} */
    public Optional<QuestionFacts> question(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    /**
     * Whether a unit is another one or lies in it: a commune lies in its district and in its province.
     *
     * @param unit the unit asked about
     * @param area the unit that may contain it
     */
    public boolean liesIn(UnitId unit, UnitId area) {
        return chain(unit).contains(area);
    }

    /**
     * A unit and all that contain it.
     *
     * @param unit where to begin
     * @return the unit itself first, the province last, as far as they are known
     */
    public List<UnitId> chain(UnitId unit) {
        List<UnitId> chain = new ArrayList<>();
        UnitId current = unit;
        // A unit met twice would be a mistake in history; it must not make this run for ever.
        while (current != null && !chain.contains(current)) {
            chain.add(current);
            Unit found = units.get(current);
            current = found == null ? null : found.parent();
        }
        return chain;
    }

    private static <T> T known(String kind, Object id, @Nullable T found) {
        if (found == null) {
            throw new IllegalStateException("history changes the " + kind + " " + id + ", which never entered it");
        }
        return found;
    }
}
