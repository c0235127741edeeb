package org.dialogue.kit.publishing;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/**
 * How far a ledger has been published: the claim on one token, which only one instance of the service holds at a time.
 * A new service publishes from the beginning of its ledger.
 */
final class PublisherPosition {

    static final String NAME = "kafka-publisher";
    private static final int SEGMENT = 0;

    private final TokenStore tokens;

    PublisherPosition(TokenStore tokens) {
        this.tokens = tokens;
    }

    /**
     * Claims the token, or keeps the claim.
     *
     * @return the last published position, 0 for none
     * @throws UnableToClaimTokenException if another instance holds it
     */
    long claim() {
        if (tokens.fetchSegments(NAME).length == 0) {
            initialize();
        }
        TrackingToken token = tokens.fetchToken(NAME, SEGMENT);
        return token instanceof GlobalSequenceTrackingToken position ? position.getGlobalIndex() : 0;
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
    }

    void moveTo(long position) {
        tokens.storeToken(new GlobalSequenceTrackingToken(position), NAME, SEGMENT);
    }

    void release() {
        tokens.releaseClaim(NAME, SEGMENT);
    }
}
