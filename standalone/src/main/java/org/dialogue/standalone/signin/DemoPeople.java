package org.dialogue.standalone.signin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The demo people, as listed in {@code demo-people.yml} on the class path. */
public final class DemoPeople {

    private static final String FILE = "/demo-people.yml";

    private final List<DemoPerson> people;
    private final boolean of010;

    private DemoPeople(List<DemoPerson> people, boolean of010) {
        this.people = people;
        this.of010 = of010;
    }

    /**
     * Reads the list, with the ids of today.
     *
     * @throws IllegalArgumentException if an entry lacks what everybody must have
     */
    public static DemoPeople load() {
        return load(false);
    }

    /**
     * Reads the list.
     *
     * @param of010 with the ids of version 0.1.0, which were the usernames
     * @throws IllegalArgumentException if an entry lacks what everybody must have
     */
    public static DemoPeople load(boolean of010) {
        try (InputStream file = DemoPeople.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            Map<String, List<Map<String, Object>>> document =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return new DemoPeople(
                    document.getOrDefault("people", List.of()).stream()
                            .map(entry -> person(entry, of010))
                            .toList(),
                    of010);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    private static DemoPerson person(Map<String, Object> entry, boolean of010) {
        String username = required(entry, "username");
        return new DemoPerson(
                username,
                of010 ? username : required(entry, "person_id"),
                required(entry, "name"),
                required(entry, "office"),
                optional(entry, "unit"),
                optional(entry, "body"),
                roles(entry));
    }

    private static List<String> roles(Map<String, Object> entry) {
        if (entry.get("roles") instanceof List<?> roles && !roles.isEmpty()) {
            return roles.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException("A demo person lacks roles: " + entry);
    }

    private static String required(Map<String, Object> entry, String key) {
        return Optional.ofNullable(optional(entry, key))
                .orElseThrow(() -> new IllegalArgumentException("A demo person lacks " + key + ": " + entry));
    }

    private static @Nullable String optional(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof String text ? text : null;
    }

    /** {@return whether these are the people of today, with opaque ids, and not those whom data of 0.1.0 know} */
    public boolean areOfToday() {
        return !of010;
    }

    /** Everybody, in the order of the file. */
    public List<DemoPerson> all() {
        return people;
    }

    /** The person who signs in by that name. */
    public Optional<DemoPerson> find(String username) {
        return people.stream()
                .filter(person -> person.username().equals(username))
                .findFirst();
    }
}
