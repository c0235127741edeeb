package org.dialogue.quality.harness;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A scrape in Prometheus' text format. */
public final class Metrics {

    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{.*})? (\\S+)");

    private final List<Sample> samples;

    /** Reads a scrape; lines of comment are passed over. */
    public Metrics(String text) {
        this.samples = text.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(Metrics::sample)
                .toList();
    }

    private static Sample sample(String line) {
        Matcher matcher = SAMPLE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("This is no sample of Prometheus: " + line);
        }
        String labels = matcher.group(2) == null ? "" : matcher.group(2);
        return new Sample(matcher.group(1), labels, Double.parseDouble(matcher.group(3)));
    }

    /**
     * The sum of all samples of a name that carry all the given labels.
     *
     * @param name the full name, with its suffix
     * @param labels such as {@code service="answer-service"}
     * @return the sum, empty if there is no such sample
     */
    public OptionalDouble sum(String name, String... labels) {
        List<Sample> found = matching(name, labels).toList();
        return found.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(found.stream().mapToDouble(Sample::value).sum());
    }

    /** {@return the distinct names, sorted} */
    public List<String> names() {
        return samples.stream().map(Sample::name).distinct().sorted().toList();
    }

    private Stream<Sample> matching(String name, String... labels) {
        return samples.stream()
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> Arrays.stream(labels).allMatch(sample.labels()::contains));
    }

    private record Sample(String name, String labels, double value) {}
}
