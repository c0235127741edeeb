package org.dialogue.standalone;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line.
 *
 * @param fresh delete all that was kept in the data directory first, keys too
 * @param serversOnly start Kafka, MongoDB and the sign-in server, and leave the services to other processes
 * @param help only print the options
 * @param tokenOf only print an access token of this demo person, from the standalone that runs already; absent otherwise
 * @param ports where parts are told to listen; the others have their default ports
 */
record Options(
        boolean fresh,
        boolean serversOnly,
        boolean help,
        @Nullable String tokenOf,
        Map<Listener, Integer> ports) {

    private static final String TOKEN = "--token=";
    private static final int HIGHEST_PORT = 65_535;

    Options {
        ports = Map.copyOf(ports);
    }

    /** @throws CannotStart if an argument is none of the options */
    static Options parse(String... arguments) {
        boolean fresh = false;
        boolean serversOnly = false;
        boolean help = false;
        String tokenOf = null;
        Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
        for (String argument : arguments) {
            switch (argument) {
                case "--fresh" -> fresh = true;
                case "--only=servers" -> serversOnly = true;
                case "--help", "-h" -> help = true;
                default -> {
                    if (argument.startsWith(TOKEN) && argument.length() > TOKEN.length()) {
                        tokenOf = argument.substring(TOKEN.length());
                    } else {
                        setPort(argument, ports);
                    }
                }
            }
        }
        return new Options(fresh, serversOnly, help, tokenOf, ports);
    }

    private static void setPort(String argument, Map<Listener, Integer> ports) {
        String[] pair = argument.split("=", 2);
        Listener listener = Listener.ofOption(pair[0])
                .orElseThrow(() ->
                        new CannotStart("There is no option %s; --help lists those there are.".formatted(argument)));
        if (pair.length < 2 || !isPort(pair[1])) {
            throw new CannotStart("%s needs a port number, as in %s=%d."
                    .formatted(listener.option(), listener.option(), listener.defaultPort() + 1000));
        }
        ports.put(listener, Integer.valueOf(pair[1]));
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9][0-9]{0,4}") && Integer.parseInt(text) <= HIGHEST_PORT;
    }

    /** {@return whether the command line says where this part listens} */
    boolean names(Listener listener) {
        return ports.containsKey(listener);
    }

    int port(Listener listener) {
        return ports.getOrDefault(listener, listener.defaultPort());
    }

    static String usage() {
        return """
                ./demo [options]

                  --fresh                  start anew: deletes all data and keys in the data directory
                  --only=servers           Kafka, MongoDB and the sign-in server without the services
                  --token=PERSON           print an access token of a demo person, such as auditor, while a demo runs,
                                           wherever its options have put it
                %s
                """.formatted(Arrays.stream(Listener.values())
                .map(listener -> "  %-24s port of the %s (%d)"
                        .formatted(listener.option() + "=PORT", listener.title(), listener.defaultPort()))
                .collect(Collectors.joining("\n")));
    }
}
