package org.dialogue.events;

import java.util.regex.Pattern;

/**
 * A typed id; in JSON it is its plain value. Ids come from the caller or are made at the edge of a service, so that a
 * repeated command names the same thing.
 */
public interface Identifier {

    /** 1 to 64 letters, digits, dots, hyphens and underscores of ASCII, the first a letter or a digit. */
    Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** {@return the id as it is written in JSON and URLs} */
    String value();

    /**
     * The id with its kind before it, such as {@code unit:son-hai}: the id of the aggregate in the ledger, and so the
     * subject and key on Kafka. Ledgers know one space of ids; the kind lets a unit and a body bear the same value.
     */
    @Override
    String toString();

    /**
     * Checks an id against {@link #FORMAT}.
     *
     * @param kind what the id names, for the message
     * @param value the id
     * @return the same id
     * @throws IllegalArgumentException if it does not match
     */
    static String checked(String kind, String value) {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    kind + " must be 1 to 64 letters, digits, '.', '-' or '_', starting with a letter or digit");
        }
        return value;
    }
}
