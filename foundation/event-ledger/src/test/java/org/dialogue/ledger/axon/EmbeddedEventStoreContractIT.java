package org.dialogue.ledger.axon;

import static org.junit.platform.commons.support.HierarchyTraversalMode.TOP_DOWN;
import static org.mockito.Mockito.spy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.axonframework.tracing.TestSpanFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Axon's contract for event stores, with the ledger beneath.
 */
class EmbeddedEventStoreContractIT extends EmbeddedEventStoreTest {

    private static final QuietMoment QUIET = new QuietMoment(EmbeddedEventStoreContractIT::handOverAnEvent);

    private static EmbeddedEventStore rehearsed;
    private static ExecutorService threads;
    private static long published;

    @BeforeAll
    static void rehearse() throws Exception {
        rehearsed = EmbeddedEventStore.builder()
                .storageEngine(spy(TestEngines.onFreshDatabase().build()))
                .spanFactory(new TestSpanFactory())
                .build();
        threads = Executors.newCachedThreadPool();
        for (Method test : methods(Test.class)) {
            rehearse(test);
        }
    }

    /** What is done for the first time takes its time, and should not when it counts. What is wrong here is wrong again. */
    private static void rehearse(Method test) throws Exception {
        Future<?> rehearsal = threads.submit(() -> {
            EmbeddedEventStoreContractIT suite = new EmbeddedEventStoreContractIT();
            methods(BeforeEach.class).forEach(method -> ReflectionSupport.invokeMethod(method, suite));
            try {
                ReflectionSupport.invokeMethod(test, suite);
            } finally {
                methods(AfterEach.class).forEach(method -> ReflectionSupport.invokeMethod(method, suite));
            }
        });
        try {
            rehearsal.get(5, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException tooSlow) {
            rehearsal.cancel(true);
        }
    }

    private static List<Method> methods(Class<? extends Annotation> kind) {
        return AnnotationSupport.findAnnotatedMethods(EmbeddedEventStoreTest.class, kind, TOP_DOWN);
    }

    @AfterAll
    static void closeIt() {
        threads.shutdownNow();
        rehearsed.shutDown();
    }

    @BeforeEach
    void awaitAQuietMoment() throws Throwable {
        QUIET.await();
    }

    /** To a reader who waits for it at the end of history, by way of the store's own thread. */
    private static void handOverAnEvent() throws Exception {
        try (TrackingEventStream stream = rehearsed.openStream(rehearsed.createHeadToken())) {
            stream.hasNextAvailable();
            Future<Boolean> read = threads.submit(() -> stream.hasNextAvailable(1, TimeUnit.SECONDS));
            rehearsed.publish(EventStoreTestUtils.createEvent(published++));
            read.get();
        }
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return new EngineWithSnapshots();
    }
}
