package org.dialogue.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A page that people write, with places in it that a run fills: between {@code <!-- measured: key -->} and
 * {@code <!-- end: key -->}.
 */
public final class PerformancePage {

    private final Path file;

    /** The page in a file. */
    public PerformancePage(Path file) {
        this.file = file;
    }

    /**
     * Replaces what stands in the places that these texts are for. Places without a text keep what they have.
     *
     * @throws IllegalArgumentException if the page has no place for one of the texts
     */
    public void fill(Map<String, String> texts) {
        try {
            String page = Files.readString(file);
            for (Map.Entry<String, String> text : texts.entrySet()) {
                page = filled(page, text.getKey(), text.getValue());
            }
            Files.writeString(file, page);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot rewrite " + file, e);
        }
    }

    private String filled(String page, String key, String text) {
        String begin = "<!-- measured: %s -->".formatted(key);
        int from = page.indexOf(begin);
        int to = page.indexOf("<!-- end: %s -->".formatted(key));
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("%s has no place for \"%s\"".formatted(file, key));
        }
        return page.substring(0, from + begin.length()) + "\n\n" + text + "\n" + page.substring(to);
    }
}
