package org.dialogue.benchmarks.micro;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.PerformancePage;
import org.dialogue.benchmarks.report.Table;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the micro benchmarks and makes a table of them. Takes JMH's own arguments. */
public final class MicroBenchmarks {

    private static final String PAGE = "--page";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private MicroBenchmarks() {}

    /**
     * Runs what JMH's arguments choose.
     *
     * @param args JMH's arguments; {@code --page} and a file first, if the page there is to be brought up to date
     * @throws CommandLineOptionException if JMH does not understand them
     * @throws RunnerException if a benchmark fails
     */
    public static void main(String[] args) throws CommandLineOptionException, RunnerException {
        boolean page = args.length > 1 && args[0].equals(PAGE);
        String[] arguments = page ? Arrays.copyOfRange(args, 2, args.length) : args;
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .build();
        String table = table(new Runner(options).run());
        System.out.printf("%n%s%n", table);
        if (page) {
            new PerformancePage(Path.of(args[1])).fill(Map.of("micro", table));
        }
    }

    private static String table(Collection<RunResult> results) {
        Table table = new Table("micro benchmark", "µs", "bytes allocated");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            List<String> name =
                    new ArrayList<>(List.of(result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)$", "$1")));
            result.getParams()
                    .getParamsKeys()
                    .forEach(key -> name.add(result.getParams().getParam(key) + " " + key));
            Result<?> allocated = result.getSecondaryResults().get(ALLOCATED);
            table.row(
                    String.join(", ", name),
                    Figures.precise(time.getScore()),
                    allocated == null ? "-" : Figures.whole(allocated.getScore()));
        }
        return table.markdown();
    }
}
