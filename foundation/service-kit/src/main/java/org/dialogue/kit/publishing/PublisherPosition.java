package org.dialogue.kit.publishing;

import java.time.Duration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/**
 * How far a ledger has been published: the claim on one token, which only one instance of the service holds at a time.
 * A new service publishes from the beginning of its ledger. Used by one thread.
 */
final class PublisherPosition {

    static final String NAME = "kafka-publisher";
    private static final int SEGMENT = 0;

    private final TokenStore tokens;
    private final Duration renewal;
    private boolean held;
    private long position;
    private long renewedAt;

    /** @param renewal how long a claim is relied upon before it is renewed; well below its lifetime */
    PublisherPosition(TokenStore tokens, Duration renewal) {
        this.tokens = tokens;
        this.renewal = renewal;
    }

    /**
     * Claims the token, or keeps the claim.
     *
     * @return the last published position, 0 for none
     * @throws UnableToClaimTokenException if another instance holds it
     */
    long claim() {
        if (held && System.nanoTime() - renewedAt < renewal.toNanos()) {
            return position;
        }
        held = false;
        if (tokens.fetchSegments(NAME).length == 0) {
            initialize();
        }
        TrackingToken token = tokens.fetchToken(NAME, SEGMENT);
        holdsAt(token instanceof GlobalSequenceTrackingToken stored ? stored.getGlobalIndex() : 0);
        return position;
    }

    private void holdsAt(long known) {
        position = known;
        held = true;
        renewedAt = System.nanoTime();
    }

    /** Two instances may start at once; then one finds the other's token. */
    private void initialize() {
        try {
            tokens.initializeTokenSegments(NAME, 1, new GlobalSequenceTrackingToken(0));
        } catch (RuntimeException failure) {
            if (tokens.fetchSegments(NAME).length == 0) {
                throw failure;
            }
        }
    }

    void extend() {
        tokens.extendClaim(NAME, SEGMENT);
        renewedAt = System.nanoTime();
    }

    /** @throws UnableToClaimTokenException if another instance holds the claim by now */
    void moveTo(long published) {
        tokens.storeToken(new GlobalSequenceTrackingToken(published), NAME, SEGMENT);
        holdsAt(published);
    }

    /** Has the token looked up again before anything is sent. */
    void doubt() {
        held = false;
    }

    void release() {
        held = false;
        tokens.releaseClaim(NAME, SEGMENT);
    }
}
