package org.dialogue.auditor;

import java.io.Console;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.dialogue.auditor.audit.Audit;
import org.dialogue.auditor.audit.MisfitException;
import org.dialogue.auditor.audit.Outcome;
import org.dialogue.auditor.export.ExportFile;
import org.dialogue.auditor.export.Printable;
import org.dialogue.auditor.export.UnreadableExportException;

/**
 * The program: takes an export and says whether it is whole and unaltered. {@code --help} tells how to use it.
 */
public final class LedgerAuditor {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean isTerminal;

    LedgerAuditor(PrintStream out, PrintStream err, boolean isTerminal) {
        this.out = out;
        this.err = err;
        this.isTerminal = isTerminal;
    }

    /**
     * Runs the program and ends the process with its exit code.
     */
    public static void main(String[] words) {
        System.exit(new LedgerAuditor(System.out, System.err, isTerminal())
                .run(List.of(words))
                .number());
    }

    /** Since Java 22 there may be a console without a terminal, and a method that tells; before, neither. */
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            // Plain lines do no harm anywhere.
            return false;
        }
    }

    /** Runs the program. */
    ExitCode run(List<String> words) {
        if (words.contains("--help")) {
            out.print(Arguments.HELP);
            return ExitCode.WHOLE;
        }
        try {
            Arguments arguments = Arguments.parse(words);
            return arguments.export() == null ? prove(arguments) : audit(arguments, arguments.export());
        } catch (UsageException e) {
            err.println(Printable.line(String.valueOf(e.getMessage())));
            err.println("Try --help.");
            return ExitCode.USAGE;
        } catch (MisfitException e) {
            err.println(Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.USAGE;
        } catch (UnreadableExportException e) {
            out.println("NOT READABLE");
            print("  " + e.getMessage());
            out.println("  Nothing is said of the ledger itself.");
            return ExitCode.UNREADABLE;
        } catch (OutOfMemoryError e) {
            err.println("There is not enough memory to read this export. Give Java more, for example -Xmx4g.");
            return ExitCode.FAILED;
        } catch (RuntimeException | Error e) {
            // Java itself would end with 1 after an error, and 1 means altered.
            err.println("The auditor itself failed, and nothing is said of the export. Please report this:");
            e.printStackTrace(err);
            return ExitCode.FAILED;
        }
    }

    /** Whatever the export holds: nothing of it reaches the terminal but visible characters. */
    private void print(String line) {
        out.println(Printable.line(line));
    }

    private ExitCode prove(Arguments arguments) throws UnreadableExportException, UsageException, MisfitException {
        Verdict verdict = new ProofCheck(
                        arguments.evidence(), Objects.requireNonNull(arguments.proof()), arguments.event())
                .verdict();
        Report.verdict(verdict).forEach(this::print);
        return verdict.code();
    }

    private ExitCode audit(Arguments arguments, Path file) throws UnreadableExportException, MisfitException {
        try (ExportFile export = ExportFile.open(file)) {
            ProgressBar bar = new ProgressBar(err, isTerminal, export.eventBytes(), System::nanoTime);
            Outcome outcome;
            try {
                // Half of the memory for what must be remembered; the rest for the line at hand and for Java.
                long memory = Runtime.getRuntime().maxMemory() / 2;
                outcome = new Audit(export, arguments.evidence(), memory, arguments.quiet() ? bytes -> {} : bar).run();
            } finally {
                if (!arguments.quiet()) {
                    bar.end();
                }
            }
            Verdict verdict = Verdict.of(outcome, arguments.evidence());
            if (!arguments.quiet()) {
                Report.details(outcome, arguments.evidence()).forEach(this::print);
                out.println();
            }
            Report.verdict(verdict).forEach(this::print);
            return verdict.code();
        }
    }
}
