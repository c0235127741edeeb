package org.dialogue.kit.commands;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.AsynchronousCommandBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.dialogue.events.MetadataKeys;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.AccessInterceptor;
import org.dialogue.kit.access.ActorParameterResolverFactory;
import org.dialogue.kit.access.CurrentActor;
import org.dialogue.kit.observability.TraceContext;
import org.dialogue.ledger.EventLedger;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The command bus, with its guards, and {@link CommandDispatch} in front of it. */
@AutoConfiguration(before = AxonAutoConfiguration.class)
class CommandsAutoConfiguration {

    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_WAITING = 1_000;
    private static final long IDLE_SECONDS = 30;

    @Bean(destroyMethod = "shutdown")
    CommandBus commandBus(TransactionManager transactions, Configuration configuration, EventStore eventStore) {
        eventStore.registerDispatchInterceptor(new SubjectRequired());
        eventStore.registerDispatchInterceptor(new CompleteEvents());
        eventStore.registerDispatchInterceptor(new AppendedVersions.Recorder());
        eventStore.registerDispatchInterceptor(new KeyedEvents.Identifier());
        AsynchronousCommandBus bus = AsynchronousCommandBus.builder()
                .executor(commandThreads())
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
                .messageMonitor(configuration.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new CommandCorrelation()));
        bus.registerHandlerInterceptor(new AccessInterceptor());
        return bus;
    }

    private static ExecutorService commandThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MOST_AT_ONCE,
                MOST_AT_ONCE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                new AxonThreadFactory("commands"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    @Bean
    CorrelationDataProvider commandCorrelation() {
        return new CommandCorrelation();
    }

    @Bean
    CommandTargetResolver commandTargetResolver() {
        return new VersionedTargetResolver();
    }

    @Bean
    ActorParameterResolverFactory actorParameterResolverFactory() {
        return new ActorParameterResolverFactory();
    }

    @Bean
    CurrentActor currentActor() {
        return new CurrentActor();
    }

    @Bean
    AggregateVersions aggregateVersions(EventStore eventStore) {
        return new AggregateVersions(eventStore);
    }

    @Bean
    IdempotencyStore idempotencyStore(
            EventLedger ledger, MongoDatabase serviceDatabase, Clock clock, DialogueProperties properties) {
        return new IdempotencyStore(
                ledger,
                serviceDatabase.getCollection("idempotency"),
                clock,
                properties.web().idempotencyKept());
    }

    @Bean
    CommandDispatch commandDispatch(
            CommandGateway gateway,
            CommandTargetResolver targets,
            AggregateVersions versions,
            CurrentActor currentActor,
            TraceContext traces,
            IdempotencyStore idempotency,
            DialogueProperties properties) {
        return new CommandDispatch(
                gateway,
                targets,
                versions,
                new CommandOrigins(properties.service(), currentActor, traces),
                idempotency,
                properties.web().commandTimeout());
    }

    /** Lets no event into the store that does not say who did it: history cannot be mended later. */
    private static final class SubjectRequired implements MessageDispatchInterceptor<EventMessage<?>> {

        @Override
        public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
            return (index, event) -> {
                if (!(event.getMetaData().get(MetadataKeys.SUBJECT) instanceof String)) {
                    throw new IllegalStateException(event.getPayloadType().getSimpleName()
                            + " was about to be recorded without naming who did it");
                }
                return event;
            };
        }
    }
}
