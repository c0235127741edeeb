package org.dialogue.reports.witness;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.ledger.tree.TreeHead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a checkpoint that took longer on its way from a ledger that shrank. */
final class Lateness {

    private static final Logger LOG = LoggerFactory.getLogger(Lateness.class);

    private Lateness() {}

    /**
     * Whether a smaller checkpoint only came after a larger one, as when two instances of a service issue at once. The
     * ledger then still holds all that it had signed; one that was restored from a backup does not.
     *
     * @param copy the tree of the events that were received, by size; empty beyond
     */
    static boolean cameLate(
            Source source, Verdict.Refused refused, LongFunction<Optional<TreeHead>> copy, Publisher publisher) {
        Statement smaller = refused.statement();
        Statement larger = refused.earlier();
        if (refused.kind() != AlarmKind.SHRUNK || smaller == null || larger == null) {
            return false;
        }
        // What the copy does not reach yet is compared when the larger one is judged.
        boolean differs = copy.apply(smaller.tree().size())
                .filter(own -> !own.equals(smaller.tree()))
                .isPresent();
        try {
            return !differs && holds(publisher, smaller.tree()) && holds(publisher, larger.tree());
        } catch (Publisher.Unreachable silent) {
            LOG.info("Whether {} has shrunk cannot be asked: {}", source.name(), silent.getMessage());
            return false;
        }
    }

    private static boolean holds(Publisher publisher, TreeHead tree) {
        return publisher.rootAt(tree.size()).stream().anyMatch(root -> Arrays.equals(root, tree.root()));
    }
}
