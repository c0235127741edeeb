package org.dialogue.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sentences by rule and language, from {@code problems_vi.properties} and {@code problems_en.properties} (UTF-8) of the kit
 * and of a service. In them {@code {0}} stands for the first thing the sentence speaks of; the key {@code term.x}
 * translates such a thing. English mostly stays where it is thrown; its file holds what no code of ours throws.
 */
final class Wordings {

    /** What the kit itself says. */
    static final Wordings OF_KIT = new Wordings(List.of());

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Map<Language, Properties> sentences = new EnumMap<>(Language.class);

    /** @param packages of services, whose sentences go before the kit's */
    Wordings(List<String> packages) {
        for (Language language : Language.values()) {
            Properties all = new Properties();
            read(Wordings.class.getPackageName(), language, all);
            packages.forEach(own -> read(own, language, all));
            sentences.put(language, all);
        }
    }

    /** The sentence of a key; empty if the language has none. */
    Optional<String> find(Language language, String key, List<Object> arguments) {
        return Optional.ofNullable(sentencesIn(language).getProperty(key))
                .map(sentence -> filled(language, sentence, arguments));
    }

    /** What the kit says in English; its tests see to it that it is there. */
    static String english(String key, Object... arguments) {
        return OF_KIT.find(Language.ENGLISH, key, List.of(arguments)).orElse(key);
    }

    private String filled(Language language, String sentence, List<Object> arguments) {
        Matcher place = PLACE.matcher(sentence);
        return place.replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            String argument = index < arguments.size() ? String.valueOf(arguments.get(index)) : "";
            return Matcher.quoteReplacement(sentencesIn(language).getProperty("term." + argument, argument));
        });
    }

    private Properties sentencesIn(Language language) {
        Properties found = sentences.get(language);
        if (found == null) {
            throw new IllegalStateException("no sentences in " + language);
        }
        return found;
    }

    private static void read(String packageName, Language language, Properties into) {
        String path = packageName.replace('.', '/') + "/problems_" + language.tag() + ".properties";
        try (InputStream file = Wordings.class.getClassLoader().getResourceAsStream(path)) {
            if (file != null) {
                into.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(path + " cannot be read", failure);
        }
    }
}
