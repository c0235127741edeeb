package org.dialogue.ledger.safety;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.dialogue.ledger.Patience;
import org.dialogue.ledger.safety.WireMessage.Request;

/**
 * What becomes of one request on its way through a {@link WireProxy}.
 */
sealed interface Fate {

    /** It arrives and is answered. */
    Fate PASS = new Pass();

    record Pass() implements Fate {}

    /** The connection breaks. */
    enum Cut implements Fate {
        /** The server never sees the request. */
        BEFORE_THE_REQUEST,
        /** The server has carried the request out; nobody hears of it. */
        BEFORE_THE_REPLY,
        /** As above, after half of the reply's bytes. */
        WITHIN_THE_REPLY
    }

    /**
     * It waits before it is handed to the server; the sender waits as well.
     *
     * @param arrived counted down when the wait begins
     */
    record Held(CountDownLatch arrived, CountDownLatch until) implements Fate {}

    /**
     * The connection breaks at once for the sender, but the request is under way and arrives later.
     *
     * @param sent counted down once the sender has lost its connection
     * @param until when it arrives
     * @param done counted down once the server has carried it out, whatever came of it
     */
    record Late(CountDownLatch sent, CountDownLatch until, CountDownLatch done) implements Fate {

        Late() {
            this(new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1));
        }

        boolean isUnderWay() {
            return sent.getCount() == 0;
        }

        /** Lets it arrive, and waits until the server has dealt with it. */
        void arrive() {
            until.countDown();
            try {
                if (!done.await(Patience.LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    throw new AssertionError("The late request was not carried out");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted before the late request was carried out", e);
            }
        }
    }

    /** It is carried out, and all this happens before the reply reaches the sender. */
    record Overtaken(Runnable meanwhile) implements Fate {}

    /** The server answers this and does nothing. */
    record Refused(BsonDocument reply) implements Fate {}

    /** The server carries it out and yet answers this. */
    record Denied(BsonDocument reply) implements Fate {}

    /** These fates for the first requests, in this order; all others pass. */
    static Function<Request, Fate> inTurn(Fate... fates) {
        AtomicInteger next = new AtomicInteger();
        return request -> {
            int turn = next.getAndIncrement();
            return turn < fates.length ? fates[turn] : Fate.PASS;
        };
    }
}
