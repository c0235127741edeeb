package org.dialogue.answers.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.directory.HigherAuthorityEvent;
import org.dialogue.events.directory.HigherAuthorityEvent.HigherAuthorityRegistered;
import org.dialogue.events.people.PersonEvent;
import org.dialogue.events.people.PersonEvent.PersonOfficeChanged;
import org.dialogue.events.people.PersonEvent.PersonRegistered;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.vocabulary.AuthorityId;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.PersonId;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.consuming.Inbound;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.projections.ListQuery;
import org.dialogue.kit.projections.ProjectionDefinition;
import org.dialogue.kit.projections.Projections;
import org.dialogue.kit.projections.ReferenceProjection;
import org.dialogue.ledger.Origin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What this service has heard from dialogue-service so far. It follows within moments, so what is missing here may exist
 * there already; nothing here is ever the truth about another service's things.
 */
@Component
@Inbound
@ProcessingGroup("knowledge")
public class ReferenceDataProjection implements ReferenceData {

    private static final String PROGRAMME = "programme";
    private static final String LEAD = "lead";

    private final ReferenceProjection<AnsweringBodyEvent, BodyReference> bodies;
    private final ReferenceProjection<PersonEvent, PersonReference> people;
    private final ReferenceProjection<HigherAuthorityEvent, BilingualName> authorities;
    private final ReferenceProjection<ProgrammeEvent, ProgrammeReference> programmes;
    private final ReferenceProjection<QuestionEvent, QuestionReference> questions;
    private final ReferenceProjection<QuestionRaised, ProgrammeId> raised;

    ReferenceDataProjection(Projections projections) {
        bodies = projections.ofReferences(ProjectionDefinition.of(
                "known_bodies",
                AnsweringBodyEvent.class,
                BodyReference.class,
                AnsweringBodyEvent::bodyId,
                BodyReference::after));
        people = projections.ofReferences(ProjectionDefinition.of(
                "known_people",
                PersonEvent.class,
                PersonReference.class,
                PersonEvent::personId,
                ReferenceDataProjection::person));
        authorities = projections.ofReferences(ProjectionDefinition.of(
                "known_authorities",
                HigherAuthorityEvent.class,
                BilingualName.class,
                HigherAuthorityEvent::authorityId,
                ReferenceDataProjection::authority));
        programmes = projections.ofReferences(ProjectionDefinition.of(
                        "known_programmes",
                        ProgrammeEvent.class,
                        ProgrammeReference.class,
                        ProgrammeEvent::programmeId,
                        ProgrammeReference::after)
                .inFormat(2));
        questions = projections.ofReferences(ProjectionDefinition.of(
                        "known_questions",
                        QuestionEvent.class,
                        QuestionReference.class,
                        QuestionEvent::questionId,
                        QuestionReference::after)
                .inFormat(2)
                .filteredBy(PROGRAMME, QuestionReference::programmeId)
                .filteredBy(LEAD, QuestionReference::lead));
        raised = projections.ofReferences(ProjectionDefinition.of(
                        "questions_as_raised",
                        QuestionRaised.class,
                        ProgrammeId.class,
                        QuestionRaised::questionId,
                        (before, event) -> event.programmeId())
                .filteredBy(PROGRAMME, programme -> programme));
    }

    @Override
    public Optional<BodyReference> body(BodyId id) {
        return bodies.find(id);
    }

    @Override
    public Optional<PersonReference> person(PersonId id) {
        return people.find(id);
    }

    @Override
    public Optional<BilingualName> authority(AuthorityId id) {
        return authorities.find(id);
    }

    @Override
    public Optional<ProgrammeReference> programme(ProgrammeId id) {
        return programmes.find(id);
    }

    @Override
    public Optional<QuestionReference> question(QuestionId id) {
        return questions.find(id);
    }

    /**
     * The number by which people speak of a question: its place among those raised in its programme, in the order in which
     * they were recorded. It stays when the question is carried over to another programme.
     *
     * @return the number from 1; empty if the question is not known
     */
    public OptionalLong numberOf(QuestionId id) {
        return raised.find(id)
                .map(programme -> raised.rank(id, new ListQuery.Condition.Is(PROGRAMME, programme)))
                .orElse(OptionalLong.empty());
    }

    /** {@return the questions that are followed up in a programme, in the order of their ids} */
    public List<QuestionReference> questionsIn(ProgrammeId programme) {
        return all(PROGRAMME, programme);
    }

    /** {@return the questions that a question leads, in the order of their ids} */
    public List<QuestionReference> followersOf(QuestionId lead) {
        return all(LEAD, lead);
    }

    private List<QuestionReference> all(String field, Object value) {
        List<QuestionReference> found = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<QuestionReference> page =
                    questions.page(ListQuery.page(cursor, Page.MAX_LIMIT).where(field, value));
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return found;
    }

    @EventHandler
    void on(AnsweringBodyEvent event, Origin origin) {
        bodies.apply(event, origin);
    }

    @EventHandler
    void on(PersonEvent event, Origin origin) {
        people.apply(event, origin);
    }

    @EventHandler
    void on(HigherAuthorityEvent event, Origin origin) {
        authorities.apply(event, origin);
    }

    @EventHandler
    void on(ProgrammeEvent event, Origin origin) {
        programmes.apply(event, origin);
    }

    @EventHandler
    void on(QuestionEvent event, Origin origin) {
        if (event instanceof QuestionRaised raising) {
            questions.applyFirst(event, origin);
            raised.applyFirst(raising, origin);
        } else {
            questions.apply(event, origin);
        }
    }

    private static PersonReference person(@Nullable PersonReference before, PersonEvent event) {
        if (event instanceof PersonRegistered registered) {
            return registered.person();
        }
        return event instanceof PersonOfficeChanged changed ? changed.person() : known(before, event);
    }

    private static BilingualName authority(@Nullable BilingualName before, HigherAuthorityEvent event) {
        return event instanceof HigherAuthorityRegistered registered ? registered.name() : known(before, event);
    }

    /** What an event is about must be known from an earlier one. */
    static <S> S known(@Nullable S before, DialogueEvent event) {
        if (before == null) {
            throw new IllegalStateException(
                    event.getClass().getSimpleName() + " came before what it is about was told of");
        }
        return before;
    }
}
