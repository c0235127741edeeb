package org.dialogue.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs the benchmarks that need servers: starts the servers, has JMH measure the contenders in turn, several times over, and
 * sets medians and their ratio side by side.
 */
@Command(
        name = "quality/benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the ledger beside Axon's JDBC engine on PostgreSQL, in one run on one machine.")
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--forced", description = "Both servers force what they acknowledge to the medium.")
    private boolean forced;

    @Option(names = "--rounds", description = "How often everything is measured in turn. Default: ${DEFAULT-VALUE}.")
    private int rounds = 3;

    @Option(names = "--events", description = "Events of the stored history. Default: ${DEFAULT-VALUE}.")
    private long events = 100_000;

    @Option(names = "--only", split = ",", description = "Some of append, replay, load.")
    private List<String> only = List.of("append", "replay", "load");

    @Option(names = "--contenders", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private List<Contender> contenders = List.of(Contender.values());

    @Option(names = "--page", description = "A page whose marked place is filled with the table.")
    private @Nullable Path page;

    private final Map<String, Map<Contender, List<Double>>> figures = new TreeMap<>();
    private final Map<Contender, String> servers = new EnumMap<>(Contender.class);

    private Benchmarks() {}

    /** Runs what the arguments ask for; {@code --help} tells what they may be. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, RunnerException {
        String uri = System.getenv("MONGODB_URI");
        Path mongoData = Files.createTempDirectory("benchmarks-mongo-");
        Path postgresData = Files.createTempDirectory("benchmarks-postgres-");
        try (EmbeddedServer mongo = uri == null || uri.isBlank() ? new EmbeddedServer(mongoData, forced) : null;
                PostgresServer postgres = contenders.contains(Contender.POSTGRESQL)
                        ? PostgresServer.start(postgresData, forced).orElse(null)
                        : null) {
            if (contenders.contains(Contender.LEDGER)) {
                servers.put(Contender.LEDGER, mongo == null ? String.valueOf(uri) : mongo.uri());
            }
            if (postgres != null) {
                servers.put(Contender.POSTGRESQL, postgres.uri());
            }
            fill();
            for (int round = 0; round < rounds; round++) {
                measure(mongo);
            }
            String table = table(mongo == null ? "the server of MONGODB_URI" : "the embedded server on a file");
            System.out.printf("%n%s%n", table);
            if (page != null) {
                fillPage(page, table);
            }
        } finally {
            delete(mongoData);
            delete(postgresData);
        }
        return 0;
    }

    private void fill() throws InterruptedException {
        if (only.contains("replay") || only.contains("load")) {
            for (Map.Entry<Contender, String> server : servers.entrySet()) {
                try (Contender.Store store = server.getKey().open(server.getValue(), ReadBenchmark.HISTORY)) {
                    Workload.fill(store, events);
                }
            }
        }
    }

    private void measure(@Nullable EmbeddedServer mongo) throws RunnerException {
        for (String what : only) {
            for (int writers : what.equals("append") ? List.of(64, 8) : List.of(1)) {
                for (Contender contender : servers.keySet()) {
                    long before = mongo == null ? 0 : mongo.processorMillis();
                    RunResult result = run(what, writers, contender);
                    Result<?> all = result.getPrimaryResult();
                    switch (what) {
                        case "append" ->
                            add("events/s appended, %d writers".formatted(writers), contender, all.getScore());
                        case "replay" ->
                            add(
                                    "events/s replayed",
                                    contender,
                                    events / all.getStatistics().getPercentile(50));
                        default -> {
                            add(
                                    "ms to load 10 events, p50",
                                    contender,
                                    all.getStatistics().getPercentile(50));
                            add(
                                    "ms to load 10 events, p99",
                                    contender,
                                    all.getStatistics().getPercentile(99));
                        }
                    }
                    if (mongo != null && contender == Contender.LEDGER) {
                        System.err.printf("server's processor time: %d ms%n", mongo.processorMillis() - before);
                    }
                }
            }
        }
    }

    private RunResult run(String what, int threads, Contender contender) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\." + what + "$").threads(threads).param("contender", contender.name());
        if (!what.equals("append")) {
            options.param("events", String.valueOf(events));
        }
        List<String> jvm = new ArrayList<>(List.of("-Xms1g", "-Xmx2g"));
        servers.forEach((server, uri) -> jvm.add("-D%s=%s".formatted(server.property(), uri)));
        jvm.addAll(
                Arrays.stream(System.getProperty("benchmarks.forkArguments", "").split(" +"))
                        .filter(argument -> !argument.isEmpty())
                        .toList());
        options.jvmArgs(jvm.toArray(String[]::new)).shouldFailOnError(true);
        return new Runner(options.build()).runSingle();
    }

    private void add(String what, Contender contender, double figure) {
        figures.computeIfAbsent(what, row -> new EnumMap<>(Contender.class))
                .computeIfAbsent(contender, column -> new ArrayList<>())
                .add(figure);
    }

    private String table(String server) {
        StringBuilder table = new StringBuilder("%s; %s; %d processors, load %.1f; %d rounds, medians%n%n"
                .formatted(
                        Instant.now(),
                        server + (forced ? ", both forced" : ", neither forced"),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        rounds));
        table.append("| %,d events stored | ledger | PostgreSQL 15 | ratio |%n| --- | ---: | ---: | ---: |%n"
                .formatted(events));
        figures.forEach((what, row) -> {
            Optional<Double> ledger = median(row.get(Contender.LEDGER));
            Optional<Double> postgres = median(row.get(Contender.POSTGRESQL));
            table.append("| %s | %s | %s | %s |%n"
                    .formatted(
                            what,
                            text(ledger),
                            text(postgres),
                            text(ledger.flatMap(one -> postgres.map(other -> one / other)))));
        });
        return table.toString();
    }

    private static Optional<Double> median(@Nullable List<Double> rounds) {
        return Optional.ofNullable(rounds)
                .map(all -> all.stream().sorted().toList().get(all.size() / 2));
    }

    private static String text(Optional<Double> figure) {
        return figure.map(number -> String.format(Locale.ROOT, number < 100 ? "%.2f" : "%,.0f", number))
                .orElse("-");
    }

    private void fillPage(Path target, String table) throws IOException {
        String name = forced ? "forced" : "unforced";
        String begin = "<!-- measured: %s -->".formatted(name);
        String end = "<!-- end: %s -->".formatted(name);
        String text = Files.readString(target);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IOException("%s has no place for what is measured: %s".formatted(target, begin));
        }
        Files.writeString(
                target, text.substring(0, from + begin.length()) + "\n\n" + table + "\n" + text.substring(to));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
