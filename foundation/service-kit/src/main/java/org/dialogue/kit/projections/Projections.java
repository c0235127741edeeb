package org.dialogue.kit.projections;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.dialogue.kit.projections.AggregateProjection.OwnHistory;
import org.dialogue.kit.projections.ReferenceProjection.ReceivedHistory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes the service's projections. Those that an older build left in another format are rebuilt at the start, before
 * requests are taken; reference data, which lie with Kafka, as soon as Kafka answers.
 */
public final class Projections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MongoDatabase database;
    private final ProjectionFormats formats;
    private final Supplier<OwnHistory> own;
    private final Supplier<ReceivedHistory> received;
    private final List<AggregateProjection<?, ?>> ofAggregates = new CopyOnWriteArrayList<>();
    private final List<ReferenceProjection<?, ?>> ofReferences = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService later;
    private volatile boolean running;

    Projections(
            MongoDatabase database, Supplier<OwnHistory> own, Supplier<ReceivedHistory> received, String threadName) {
        this.database = database;
        this.formats = new ProjectionFormats(database);
        this.own = own;
        this.received = received;
        this.later = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, threadName);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** {@return a projection of the service's own aggregates} */
    public <E, S> AggregateProjection<E, S> ofAggregates(ProjectionDefinition<E, S> definition) {
        AggregateProjection<E, S> projection = new AggregateProjection<>(database, definition, own);
        ofAggregates.add(projection);
        return projection;
    }

    /** {@return a projection of what another service's events tell} */
    public <E, S> ReferenceProjection<E, S> ofReferences(ProjectionDefinition<E, S> definition) {
        ReferenceProjection<E, S> projection = new ReferenceProjection<>(database, definition, received, formats);
        ofReferences.add(projection);
        return projection;
    }

    List<Projection<?, ?>> all() {
        List<Projection<?, ?>> all = new CopyOnWriteArrayList<>(ofAggregates);
        all.addAll(ofReferences);
        return all;
    }

    Optional<Projection<?, ?>> named(String name) {
        return all().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst();
    }

    boolean isCurrent(Projection<?, ?> projection) {
        return formats.isCurrent(projection.definition());
    }

    @Override
    public void start() {
        running = true;
        for (AggregateProjection<?, ?> projection : ofAggregates) {
            if (!isCurrent(projection)) {
                LOG.info("{} is rebuilt in its new format: {}", projection.name(), projection.rebuild());
                formats.setCurrent(projection.definition());
            }
        }
        makeReferencesCurrent();
    }

    private void makeReferencesCurrent() {
        try {
            ofReferences.forEach(ReferenceProjection::makeCurrent);
        } catch (RuntimeException failure) {
            LOG.warn("Reference data wait to be rebuilt in their new format: {}", failure.toString());
            if (running) {
                later.schedule(this::makeReferencesCurrent, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        later.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before requests and records are taken. */
    @Override
    public int getPhase() {
        return 0;
    }
}
