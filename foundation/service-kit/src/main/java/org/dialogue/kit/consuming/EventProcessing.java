package org.dialogue.kit.consuming;

import org.axonframework.common.AxonConfigurationException;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.messaging.StreamableMessageSource;
import org.dialogue.kit.store.DeadLetterQueues;

/**
 * How Axon's event processors work here: pooled streaming over the own ledger, or subscribed to the inbox; in either case
 * a failing event is tried again, then parked with its aggregate's later ones, and never skipped. One segment unless a
 * service asks for more, so that handlers see the order of the ledger.
 */
final class EventProcessing implements ConfigurerModule {

    private static final int BATCH = 100;

    private final InboundGroups groups;
    private final InboundMessages inbound;
    private final DeadLetterQueues letters;

    EventProcessing(InboundGroups groups, InboundMessages inbound, DeadLetterQueues letters) {
        this.groups = groups;
        this.inbound = inbound;
        this.letters = letters;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.eventProcessing(processing -> {
            processing
                    .usingPooledStreamingEventProcessors((configuration, builder) -> builder.initialSegmentCount(1)
                            .batchSize(BATCH)
                            // A new processor reads all history as news, not as a replay.
                            .initialToken(StreamableMessageSource::createTailToken))
                    .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
                    .registerDefaultListenerInvocationErrorHandler(configuration -> PropagatingErrorHandler.instance())
                    .registerDefaultSequencingPolicy(configuration -> SequentialPerAggregatePolicy.instance())
                    .byDefaultAssignHandlerInstancesTo(EventProcessing::refuseWithoutGroup)
                    .registerDefaultDeadLetterPolicy(configuration -> Attempts.POLICY)
                    .registerDeadLetterQueueProvider(group -> configuration -> letters.of(group));
            groups.all().forEach(group -> configure(processing, group));
        });
    }

    /** Axon would take the package's name, and store it. */
    private static String refuseWithoutGroup(Object handler) {
        throw new AxonConfigurationException(
                handler.getClass().getName() + " handles events and names no @ProcessingGroup");
    }

    private void configure(EventProcessingConfigurer processing, String group) {
        processing.registerDeadLetteringEventHandlerInvokerConfiguration(group, (configuration, invoker) -> {
            if (!groups.isInbound(group)) {
                // Whoever has claimed the group knows what it has parked.
                invoker.enableSequenceIdentifierCache();
            }
            return invoker.listenerInvocationErrorHandler(new RetryingErrorHandler(Retries.standard()));
        });
        if (groups.isInbound(group)) {
            processing.registerSubscribingEventProcessor(group, configuration -> inbound);
        }
    }

    /** Tries an event handler again where that may help, and lets the failure through in the end, for the event to be parked. */
    private static final class RetryingErrorHandler implements ListenerInvocationErrorHandler {

        private final Retries retries;

        RetryingErrorHandler(Retries retries) {
            this.retries = retries;
        }

        @Override
        public void onError(Exception failure, EventMessage<?> event, EventMessageHandler handler) throws Exception {
            if (!Retries.mayPass(failure)) {
                throw failure;
            }
            retries.run(() -> handler.handle(event));
        }
    }
}
