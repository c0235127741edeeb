package org.dialogue.kit.consuming;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks records that are not believed, with an alarm: a metric, an error in the log, and the letter, which an operator
 * discards. They move no memory and nothing waits for them, so the true source goes on. They are not tried again: who declares a
 * source later discards its letters and starts the service again, which then reads the topic from its beginning.
 */
final class UnbelievedRecords implements ParkedLetters {

    static final String GROUP = "not-believed";

    private static final Logger LOG = LoggerFactory.getLogger(UnbelievedRecords.class);

    private final LetterBox letters;
    private final TopicOwners owners;
    private final MeterRegistry meters;

    private final Set<String> places = new HashSet<>();

    UnbelievedRecords(LetterBox letters, TopicOwners owners, MeterRegistry meters) {
        this.letters = letters;
        this.owners = owners;
        this.meters = meters;
        for (Disbelieved.Reason reason : Disbelieved.Reason.values()) {
            counter(reason);
        }
    }

    private Counter counter(Disbelieved.Reason reason) {
        return Counter.builder("dialogue.consuming.disbelieved")
                .description("Records on a topic that were not believed")
                .tag("reason", reason.name())
                .register(meters);
    }

    /** @throws Disbelieved if the source is none of the topic's */
    void checkSource(RawRecord record, ReceivedEvent event) {
        if (!owners.believes(record.topic(), event.source())) {
            throw new Disbelieved(Disbelieved.Reason.FOREIGN_SOURCE, event);
        }
    }

    /** Looks again at what is parked, since another instance may have parked more. */
    void restart() {
        places.clear();
        letters.queue()
                .deadLetters()
                .forEach(sequence -> sequence.forEach(letter -> {
                    if (letter.message().getPayload() instanceof RawRecord record) {
                        places.add(record.place());
                    }
                }));
    }

    /** Whether the record was not believed before; it is not because more has been told since. */
    boolean holds(RawRecord record) {
        return places.contains(record.place());
    }

    void park(RawRecord record, Disbelieved untruth) {
        if (!places.add(record.place()) || letters.holds(record.place())) {
            return;
        }
        LOG.error("{} is not believed and is parked: {}", record.place(), untruth.getMessage());
        counter(untruth.reason()).increment();
        letters.parkAlone(record, untruth);
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public String storedAs() {
        return letters.name();
    }

    @Override
    public SequencedDeadLetterQueue<EventMessage<?>> queue() {
        return letters.queue();
    }

    @Override
    public boolean retry(LetterFilter filter) {
        return false;
    }
}
