package org.dialogue.kit.consuming;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parks records that are no events at all, with their bytes. A retry succeeds once the program has learned to read them;
 * as they say no position that could be trusted, they are then handed over by reading the topic again from its beginning.
 */
final class UnreadableRecords implements ParkedLetters {

    static final String GROUP = "unreadable";

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);

    private final LetterBox letters;

    UnreadableRecords(LetterBox letters) {
        this.letters = letters;
    }

    void park(RawRecord record, UnreadableRecord failure) {
        if (letters.holds(record.place())) {
            return;
        }
        LOG.warn("{} is no event of ours and is parked: {}", record.place(), failure.getMessage());
        letters.parkAlone(record, failure);
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
        return letters.retry(filter, RawRecord::read);
    }
}
