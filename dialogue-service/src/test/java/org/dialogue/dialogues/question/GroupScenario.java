package org.dialogue.dialogues.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.Registration;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.SimpleResourceParameterResolverFactory;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.dialogue.dialogues.directory.Directory;
import org.dialogue.dialogues.programme.Programmes;
import org.dialogue.events.Identifier;
import org.dialogue.events.MetadataKeys;
import org.dialogue.events.question.Direction;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.PersonReference;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.access.AccessInterceptor;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.ActorParameterResolverFactory;
import org.dialogue.kit.history.Versioned;
import org.dialogue.kit.testing.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Several questions in one store, for what is decided over a group of them. */
abstract class GroupScenario {

    static final QuestionId LEAD = new QuestionId("lead");
    static final QuestionId FOLLOWER = new QuestionId("follower");
    static final QuestionId OTHER = new QuestionId("other");
    static final Instant THEN = Sample.THEN;
    static final Instant LATER = Sample.LATER;

    private final Map<QuestionId, Long> sequences = new HashMap<>();
    private final List<QuestionEvent> recorded = new ArrayList<>();
    private InMemoryEventStorageEngine store;
    private Configuration axon;
    private Registration listening;

    @BeforeEach
    void begin() {
        store = new InMemoryEventStorageEngine();
        axon = instance(
                EmbeddedEventStore.builder().storageEngine(store).build(),
                new Questions(this::stored),
                Sample.PROGRAMMES,
                Sample.DIRECTORY);
        listening = axon.eventBus()
                .subscribe(events -> events.forEach(event -> {
                    if (event.getPayload() instanceof QuestionEvent happened) {
                        recorded.add(happened);
                    }
                }));
    }

    @AfterEach
    void end() {
        listening.cancel();
        axon.shutdown();
    }

    /** Starts what one instance of the service has of questions, with locks of its own. */
    static Configuration instance(EventStore events, Questions histories, Programmes programmes, Directory directory) {
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureEventStore(configuration -> events)
                .registerComponent(
                        ParameterResolverFactory.class,
                        configuration -> MultiParameterResolverFactory.ordered(
                                new SimpleResourceParameterResolverFactory(List.of(
                                        programmes, directory, Sample.PEOPLE, Sample.CALENDAR, Sample.assignmentIds())),
                                ClasspathParameterResolverFactory.forClass(GroupScenario.class),
                                new ActorParameterResolverFactory()))
                .configureCorrelationDataProviders(
                        configuration -> List.of(new SimpleCorrelationDataProvider(MetadataKeys.SUBJECT)))
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Question.class))
                .registerCommandHandler(configuration -> new QuestionGroups(
                        configuration.repository(Question.class), histories, lead -> List.of(), programmes, directory));
        configurer.onInitialize(
                configuration -> configuration.commandBus().registerHandlerInterceptor(new AccessInterceptor()));
        return configurer.start();
    }

    /** Puts events on record that happened before. */
    void given(QuestionEvent... events) {
        for (QuestionEvent event : events) {
            long sequence = sequences.merge(event.questionId(), 0L, (before, zero) -> before + 1);
            store.appendEvents(new GenericDomainEventMessage<>(
                    "question", event.questionId().toString(), sequence, event));
        }
    }

    /** Gives a command and expects exactly these events, in one commit. */
    void expect(Object command, Actor by, QuestionEvent... events) throws Exception {
        recorded.clear();
        send(command, by);
        assertThat(recorded).containsExactlyInAnyOrder(events);
    }

    /** Gives a command that is refused, and expects nothing to be recorded. */
    AbstractThrowableAssert<?, ? extends Throwable> expectRefusal(Object command, Actor by) {
        recorded.clear();
        Throwable refusal = catchThrowable(() -> send(command, by));
        assertThat(recorded).isEmpty();
        return assertThat(refusal);
    }

    private void send(Object command, Actor by) throws Exception {
        send(axon, command, by);
    }

    /** Gives a command to an instance, once. */
    static void send(Configuration instance, Object command, Actor by) throws Exception {
        try {
            instance.commandGateway()
                    .send(GenericCommandMessage.asCommandMessage(command).withMetaData(Fixtures.by(by)))
                    .get();
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof Exception cause ? cause : refused;
        }
    }

    QuestionState state(QuestionId id) {
        return stored(id).orElseThrow().state();
    }

    static QuestionRaised asked(QuestionId id, PersonReference asker, Visibility visibility) {
        return asked(id, Sample.PROGRAMME, asker, visibility);
    }

    static QuestionRaised asked(QuestionId id, ProgrammeId programme, PersonReference asker, Visibility visibility) {
        return new QuestionRaised(
                id,
                programme,
                Direction.TO_LEADERSHIP,
                asker,
                Sample.DIEN_LAM,
                "What becomes of part-time workers?",
                List.of(new QuestionPart(1, "Let part-time workers move up.", List.of())),
                List.of(),
                List.of(),
                null,
                List.of(),
                visibility,
                THEN);
    }

    /** A question as the store of the test tells it. */
    private Optional<Versioned<QuestionState>> stored(Identifier id) {
        QuestionState state = null;
        long version = -1;
        for (DomainEventMessage<?> message : (Iterable<DomainEventMessage<?>>) () -> store.readEvents(id.toString())
                .asStream()
                .<DomainEventMessage<?>>map(event -> event)
                .iterator()) {
            state = QuestionState.after(state, (QuestionEvent) message.getPayload());
            version = message.getSequenceNumber();
        }
        return state == null ? Optional.empty() : Optional.of(new Versioned<>(state, version));
    }
}
