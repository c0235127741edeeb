package org.dialogue.benchmarks;

import java.util.concurrent.TimeUnit;
import org.dialogue.benchmarks.Workload.Feed;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Appends to a new store, one event a commit, each writer waiting for its acknowledgement. Writers are JMH's threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 1, time = 5)
@Fork(1)
public class AppendBenchmark {

    /** Who stores. */
    @Param
    public Contender contender = Contender.LEDGER;

    @SuppressWarnings("NullAway.Init")
    private Contender.Store store;

    /** One writer's aggregates. */
    @State(Scope.Thread)
    public static class Writer {
        final Feed feed = new Feed();
    }

    /** Opens the store. */
    @Setup
    public void open() {
        store = contender.open(System.getProperty(contender.property()), "appends-" + Workload.id());
    }

    /** Stores an event. */
    @Benchmark
    public void append(Writer writer) {
        store.append(writer.feed.next());
    }

    /** Removes what was stored. */
    @TearDown
    public void drop() {
        store.drop();
        store.close();
    }
}
