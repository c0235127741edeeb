package org.dialogue.reports.witness;

import java.util.List;
import java.util.Optional;
import org.dialogue.ledger.checkpoint.VerifierKey;

/** Gives no answer. */
final class SilentPublisher implements Publisher {

    @Override
    public Optional<byte[]> rootAt(long size) {
        throw new Unreachable("silent");
    }

    @Override
    public List<VerifierKey> keys() {
        throw new Unreachable("silent");
    }
}
