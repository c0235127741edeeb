package org.dialogue.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dialogue.benchmarks.report.Machine;
import org.dialogue.benchmarks.report.PerformancePage;
import org.dialogue.benchmarks.report.Report;
import org.dialogue.benchmarks.section.Appends;
import org.dialogue.benchmarks.section.ClientCeiling;
import org.dialogue.benchmarks.section.MemoryPeaks;
import org.dialogue.benchmarks.section.PastSections;
import org.dialogue.benchmarks.section.Tailing;
import org.dialogue.benchmarks.server.Server;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the benchmarks that need a server. */
@Command(
        name = "quality/benchmarks/run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the ledger beside axon-mongo and the bare driver, all on one server in one run.",
            "The server is the one that MONGODB_URI names, else an embedded one."
        })
public final class Benchmarks implements Callable<Integer> {

    /** What can be measured by itself. */
    enum Section {
        CLIENT,
        APPENDS,
        TAILING,
        HISTORIES
    }

    private static final List<Long> HISTORIES = List.of(1_000L, 100_000L, 1_000_000L);
    private static final List<Long> QUICK_HISTORIES = List.of(1_000L, 5_000L);

    @Option(names = "--quick", description = "A smoke run of less than a minute. Its figures mean nothing.")
    private boolean quick;

    @Option(names = "--on-disk", description = "The embedded server keeps its data on disk, as in the standalone.")
    private boolean onDisk;

    @Option(
            names = "--forced",
            description = "The embedded server's data are on a file, and each write is forced to the medium.")
    private boolean forced;

    @Option(names = "--only", split = ",", description = "Some of: ${COMPLETION-CANDIDATES}.")
    private Set<Section> only = EnumSet.allOf(Section.class);

    @Option(names = "--seconds", description = "Measured time of each cell in each round. Default: 5; embedded: 1.5.")
    private @Nullable Double seconds;

    @Option(names = "--rounds", description = "How often everything is measured in turn. Default: 3.")
    private @Nullable Integer rounds;

    @Option(names = "--histories", split = ",", description = "Events stored. Default: 1000,100000,1000000.")
    private @Nullable List<Long> histories;

    @Option(
            names = "--slow-history",
            description = "Longest history for axon-mongo. Default: as the longest; embedded: 100000.")
    private @Nullable Long slowHistory;

    @Option(names = "--bound", description = "Seconds one replay may take. Default: 60; embedded: 20.")
    private @Nullable Integer bound;

    @Option(
            names = "--fill-bound",
            description = "Seconds to fill one history; then it is used as it is. Default: 900; embedded: 240.")
    private @Nullable Integer fillBound;

    @Option(
            names = "--stub-delay",
            description = "Microseconds after which the stub acknowledges an insert. Default: ${DEFAULT-VALUE}.")
    private long stubDelay = 400;

    @Option(names = "--ledger-only", description = "Leaves the others out of the section CLIENT: for profiling.")
    private boolean ledgerOnly;

    @Option(names = "--note", description = "What else readers should know of this run.")
    private String note = "";

    @Option(names = "--output", description = "Directory of performance.md and performance.json.")
    private Path output = Path.of("target", "benchmarks");

    @Option(
            names = "--page",
            description = "A page whose marked places are filled with a whole run, like docs/performance.md.")
    private @Nullable Path page;

    private Benchmarks() {}

    /** Runs what the arguments ask for; {@code --help} tells what they may be. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOverwrittenOptionsAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() {
        if (page != null && only.size() < Section.values().length) {
            throw new CommandLine.ParameterException(
                    new CommandLine(this), "A page shows one whole run: --page and --only exclude each other.");
        }
        String uri = System.getenv("MONGODB_URI");
        try (Server server =
                        uri == null || uri.isBlank() ? Server.embedded(!onDisk && !forced, forced) : Server.at(uri);
                Lab lab = new Lab(server, settings(server))) {
            Report report = new Report(output, conditions(lab));
            measure(lab, report);
            System.out.printf("%n%s%n", report.targetsMarkdown());
            if (page != null) {
                new PerformancePage(page).fill(report.texts());
            }
        }
        return 0;
    }

    private void measure(Lab lab, Report report) {
        if (only.contains(Section.CLIENT)) {
            report.add(new ClientCeiling(lab, Duration.ofNanos(stubDelay * 1_000), ledgerOnly).measure());
        }
        if (only.contains(Section.APPENDS)) {
            report.add(new Appends(lab).measure());
        }
        if (only.contains(Section.TAILING)) {
            report.add(new Tailing(lab).measure());
        }
        if (only.contains(Section.HISTORIES)) {
            new PastSections(lab).measure(report::add);
        }
        report.add(MemoryPeaks.measure(lab));
    }

    private Settings settings(Server server) {
        boolean embedded = server.isEmbedded();
        double window = seconds != null ? seconds : quick ? 0.15 : embedded ? 1.5 : 5;
        List<Long> sizes = histories != null ? histories : quick ? QUICK_HISTORIES : HISTORIES;
        long longest = sizes.get(sizes.size() - 1);
        return new Settings(
                Duration.ofMillis(Math.round(window * 1_000)),
                Duration.ofMillis(Math.round(window * 250)),
                rounds != null ? rounds : quick ? 1 : 3,
                sizes,
                slowHistory != null ? slowHistory : embedded ? Math.min(longest, 100_000) : longest,
                Duration.ofSeconds(bound != null ? bound : quick ? 2 : embedded ? 20 : 60),
                Duration.ofSeconds(fillBound != null ? fillBound : quick ? 5 : embedded ? 240 : 900));
    }

    private Map<String, String> conditions(Lab lab) {
        Settings settings = lab.settings();
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("server", lab.server().description());
        conditions.put("machine", Machine.description() + ", shared by client and server");
        conditions.put("at", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        conditions.put(
                "durability", "majority write and read concern for every contender, journal as the server has it");
        conditions.put(
                "cells",
                "%d rounds of %s s after %s s of warm-up, all contenders in turn; medians"
                        .formatted(settings.rounds(), inSeconds(settings.window()), inSeconds(settings.warmUp())));
        if (quick) {
            conditions.put("run", "QUICK: a smoke run whose figures mean nothing");
        }
        if (!note.isEmpty()) {
            conditions.put("note", note);
        }
        lab.progress("measuring on %s", conditions.get("server"));
        return conditions;
    }

    private static double inSeconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }
}
