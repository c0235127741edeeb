package org.dialogue.kit.commands;

/**
 * What the sender of a command learns: which aggregate it reached and how far its history goes now.
 *
 * @param aggregateId the id of the aggregate
 * @param version the sequence number of its last event after the command, from 0; -1 if it has none
 */
public record Receipt(String aggregateId, long version) {

    /** {@return the version as a strong entity tag, quotes included} */
    public String eTag() {
        return ETags.of(version);
    }
}
