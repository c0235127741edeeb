package org.dialogue.ledger.checkpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.EventLedger.Subscription;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints of a ledger while there is news, and keeps them. Never one that contradicts another: before it
 * signs, it proves that the ledger only grew since the latest checkpoint, and refuses if it did not.
 *
 * <p>Any number of issuers, in any number of processes, may serve one ledger and one {@link CheckpointCollection}. Of
 * each size one checkpoint is kept; what was signed but not kept never leaves the process.
 */
public final class CheckpointIssuer implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CheckpointIssuer.class);

    /** Due at any moment: for who asks outright. */
    private static final Cadence AT_ONCE = new Cadence(Duration.ofNanos(1), 1);

    private final EventLedger ledger;
    private final Signer signer;
    private final Cadence cadence;
    private final IssuerThread thread;
    private final List<Consumer<IssuedCheckpoint>> listeners = new CopyOnWriteArrayList<>();

    private CheckpointIssuer(Builder builder) {
        this.ledger = builder.ledger;
        this.signer = new Signer(builder);
        this.cadence = builder.cadence();
        this.thread = new IssuerThread(this::issueIfDue, cadence.every(), builder.origin);
    }

    /**
     * Starts to describe an issuer.
     *
     * @param key signs. Its name is the ledger's origin, unless {@link Builder#origin} says otherwise
     */
    public static Builder builder(EventLedger ledger, CheckpointCollection checkpoints, SigningKey key) {
        return new Builder(ledger, checkpoints, key);
    }

    /**
     * Begins to issue by itself, in a thread of its own, woken by appends. It goes on until {@link #close}, through
     * failures of the server.
     *
     * @throws IllegalStateException if it was started or closed before
     */
    public void start() {
        thread.start(ledger);
    }

    /** Issues no more. Waits for the checkpoint that is being issued. */
    @Override
    public void close() {
        thread.close();
    }

    /**
     * Issues a checkpoint now, without waiting until it is due, if there are events after the latest one. History is
     * held against the latest one in any case.
     *
     * @return what was issued; empty if there is no news, if another issuer was faster, or on {@link #refusal}
     */
    public Optional<IssuedCheckpoint> issueIfNews() {
        return issue(AT_ONCE);
    }

    /**
     * Why it refused to sign when it last looked; empty if it did not. It looks again at least as often as checkpoints
     * are due, and goes on by itself once history is what was signed.
     */
    public Optional<String> refusal() {
        return signer.refusal();
    }

    /**
     * Has a listener called after each checkpoint that is issued by this instance, in the issuing thread. It is a bell,
     * not a message: who must not miss one, of this or another instance, reads {@link CheckpointCollection#after}.
     *
     * @return ends the calls
     */
    public Subscription onIssued(Consumer<IssuedCheckpoint> listener) {
        Consumer<IssuedCheckpoint> own = listener::accept;
        listeners.add(own);
        return () -> listeners.remove(own);
    }

    private Optional<IssuedCheckpoint> issue(Cadence due) {
        Optional<IssuedCheckpoint> issued = signer.sign(due);
        issued.ifPresent(checkpoint -> listeners.forEach(listener -> tell(listener, checkpoint)));
        return issued;
    }

    /** Issues if it is time, and tells when to look again. */
    private Duration issueIfDue() {
        if (signer.untilDue(cadence).isZero()) {
            issue(cadence);
        }
        Duration untilDue = signer.untilDue(cadence);
        return untilDue.isZero() ? cadence.every() : untilDue;
    }

    private static void tell(Consumer<IssuedCheckpoint> listener, IssuedCheckpoint issued) {
        try {
            listener.accept(issued);
        } catch (RuntimeException | Error e) {
            // The checkpoint is kept; to throw here would deny it.
            log.error("A listener to checkpoints failed", e);
        }
    }

    /** Settings of an issuer. */
    public static final class Builder {

        private static final Duration EVERY = Duration.ofMinutes(1);
        private static final long EVERY_EVENTS = 1_000;

        final EventLedger ledger;
        final CheckpointCollection checkpoints;
        final SigningKey key;
        String origin;

        @Nullable
        List<VerifierKey> earlierKeys;

        private Duration every = EVERY;
        private long everyEvents = EVERY_EVENTS;
        Clock clock = Clock.systemUTC();

        private Builder(EventLedger ledger, CheckpointCollection checkpoints, SigningKey key) {
            this.ledger = ledger;
            this.checkpoints = checkpoints;
            this.key = key;
            this.origin = key.verifierKey().name();
        }

        /**
         * Names the ledger in its checkpoints; the name of the key by default, which is what verifiers expect. It must
         * not change while the ledger lives.
         */
        public Builder origin(String origin) {
            this.origin = origin;
            return this;
        }

        /**
         * Says which keys signed before this one. By default all keys are believed that are kept with the checkpoints;
         * but whoever can write the database can add one.
         */
        public Builder earlierKeys(Collection<VerifierKey> earlierKeys) {
            this.earlierKeys = List.copyOf(earlierKeys);
            return this;
        }

        /** How long after the one before a checkpoint is due, if there is news; a minute by default. */
        public Builder every(Duration every) {
            this.every = every;
            return this;
        }

        /** After how many events a checkpoint is due, however soon; 1,000 by default. */
        public Builder everyEvents(long everyEvents) {
            this.everyEvents = everyEvents;
            return this;
        }

        /** Tells when checkpoints are issued. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        Cadence cadence() {
            return new Cadence(every, everyEvents);
        }

        /**
         * Makes the issuer. It does nothing by itself before {@link CheckpointIssuer#start}.
         *
         * @throws IllegalArgumentException if checkpoints would be due without time or events between them
         */
        public CheckpointIssuer build() {
            return new CheckpointIssuer(this);
        }
    }
}
