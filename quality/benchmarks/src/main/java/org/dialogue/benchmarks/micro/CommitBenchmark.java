package org.dialogue.benchmarks.micro;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.RawBsonDocument;
import org.dialogue.ledger.CommitCoding;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
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
import org.openjdk.jmh.annotations.Warmup;

/** From events to the document of a commit, and back. Payloads are of 600 bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CommitBenchmark {

    /** Events in the commit. */
    @Param({"1", "64"})
    public int events;

    private List<LedgerEvent> commit = List.of();
    private RawBsonDocument stored = CommitCoding.encoded(LedgerEvents.some(1), 0);

    /** Makes the events. */
    @Setup
    public void makeEvents() {
        commit = LedgerEvents.some(events);
        stored = CommitCoding.encoded(commit, System.currentTimeMillis());
    }

    /** What each writer does for itself, at the same time as others. */
    @Benchmark
    public Object prepareByWriters() {
        return CommitCoding.prepared(commit);
    }

    /** The same, and what one does for all: tree and document. */
    @Benchmark
    public RawBsonDocument encode() {
        return CommitCoding.encoded(commit, System.currentTimeMillis());
    }

    /** What a reader does. */
    @Benchmark
    public List<RecordedEvent> decode() {
        return CommitCoding.decoded(stored);
    }
}
