package org.dialogue.benchmarks.micro;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.dialogue.ledger.Leaf;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.tree.CompactRange;
import org.dialogue.ledger.tree.ConsistencyProof;
import org.dialogue.ledger.tree.InclusionProof;
import org.dialogue.ledger.tree.Sha256;
import org.dialogue.ledger.tree.TreeHead;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hashing, growing the tree, and checking proofs in a tree of 1,000,003 leaves. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class TreeBenchmark {

    private static final long SIZE = 1_000_003;
    private static final long EARLIER = 700_001;
    private static final long POSITION = 123_456;

    private final LedgerEvent event = LedgerEvents.some(1).get(0);
    private final Instant recordedAt = Instant.now();
    private final List<byte[]> oneLeaf = leaves(SIZE, SIZE + 1);
    private final List<byte[]> manyLeaves = leaves(SIZE, SIZE + 64);
    private final CompactRange tree = CompactRange.empty().append(leaves(0, SIZE));
    private final TreeHead head = new TreeHead(SIZE, tree.root());
    private final TreeHead earlier = new TreeHead(EARLIER, subtree(0, EARLIER));
    private final InclusionProof inclusion = InclusionProof.of(POSITION, SIZE, TreeBenchmark::subtree);
    private final ConsistencyProof consistency = ConsistencyProof.of(EARLIER, SIZE, TreeBenchmark::subtree);

    /** Hashes an event with a payload of 600 bytes. */
    @Benchmark
    public byte[] leaf() {
        return Leaf.hash(event, recordedAt);
    }

    /** Adds one leaf and computes the root. */
    @Benchmark
    public byte[] appendOne() {
        return tree.append(oneLeaf).root();
    }

    /** Adds 64 leaves, as a group commit does, and computes the root. */
    @Benchmark
    public byte[] append64() {
        return tree.append(manyLeaves).root();
    }

    /** Checks that an event is in the tree. */
    @Benchmark
    public boolean verifyInclusion() {
        return proven(inclusion.proves(head));
    }

    /** Checks that the tree grew from an earlier one. */
    @Benchmark
    public boolean verifyConsistency() {
        return proven(consistency.proves(earlier, head));
    }

    private static boolean proven(boolean proves) {
        if (!proves) {
            throw new IllegalStateException("A proof that does not hold costs something else");
        }
        return proves;
    }

    private static byte[] subtree(long from, long to) {
        return CompactRange.empty().append(leaves(from, to)).root();
    }

    private static List<byte[]> leaves(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(index -> Sha256.start()
                        .digest(ByteBuffer.allocate(Long.BYTES).putLong(index).array()))
                .toList();
    }
}
