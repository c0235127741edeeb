package org.dialogue.kit.commands;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.kit.rules.InvalidInput;

/** Versions of aggregates as HTTP's entity tags: version 3 is {@code "3"}, quotes included. */
public final class ETags {

    private static final Pattern STRONG = Pattern.compile("\"(\\d{1,18})\"");

    private ETags() {}

    /** {@return the strong entity tag of a version} */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Reads an If-Match header.
     *
     * @param ifMatch the header's value: one strong entity tag, or {@code *}
     * @return the version, or empty for {@code *}
     * @throws InvalidInput if it is neither
     */
    public static OptionalLong parse(String ifMatch) {
        if (ifMatch.trim().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher matcher = STRONG.matcher(ifMatch.trim());
        if (!matcher.matches()) {
            throw new InvalidInput(
                    "If-Match", "format.entity-tag", "If-Match takes one entity tag as served, such as \"3\", or *");
        }
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
    }
}
