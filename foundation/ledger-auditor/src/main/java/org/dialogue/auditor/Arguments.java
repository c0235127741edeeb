package org.dialogue.auditor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.dialogue.auditor.audit.Evidence;
import org.dialogue.auditor.export.Printable;
import org.dialogue.auditor.note.KeyKind;
import org.dialogue.auditor.note.VerifierKey;

/**
 * The command line.
 *
 * @param export the archive
 * @param evidence what is known from elsewhere
 * @param quiet whether only the verdict is wanted
 */
record Arguments(Path export, Evidence evidence, boolean quiet) {

    static final String HELP = """
            Says whether an exported ledger is whole and unaltered. Works offline.

              java -jar ledger-auditor.jar [options] export.zip

              --key KEY          a public key of the ledger that you have from elsewhere, or a file of them;
                                 may be repeated, for keys that were replaced
              --checkpoint FILE  a checkpoint that you kept from an earlier time; may be repeated
              --witness KEY      a public key of a witness, or a file of them; may be repeated
              --quiet            no progress, and nothing but the verdict
              --help             this text

            Without --key or --checkpoint it can only say that the export fits together, not whose it is.

            Exit codes: 0 whole and unaltered; 1 altered; 2 no readable export; 3 nothing wrong, but not all of it
            proven; 64 wrong arguments; 70 the auditor itself failed.
            """;

    static Arguments parse(List<String> words) throws UsageException {
        Deque<String> rest = new ArrayDeque<>(words);
        List<String> exports = new ArrayList<>();
        List<VerifierKey> keys = new ArrayList<>();
        List<VerifierKey> witnesses = new ArrayList<>();
        List<Evidence.KeptCheckpoint> checkpoints = new ArrayList<>();
        boolean quiet = false;
        while (!rest.isEmpty()) {
            String word = rest.remove();
            switch (word) {
                case "--quiet" -> quiet = true;
                case "--key" -> keys.addAll(GivenFiles.keys(value(word, rest), KeyKind.LEDGER));
                case "--witness" -> witnesses.addAll(GivenFiles.keys(value(word, rest), KeyKind.WITNESS));
                case "--checkpoint" -> checkpoints.add(GivenFiles.checkpoint(value(word, rest)));
                default -> exports.add(word);
            }
        }
        return new Arguments(
                export(exports),
                new Evidence(List.copyOf(keys), List.copyOf(witnesses), List.copyOf(checkpoints)),
                quiet);
    }

    private static Path export(List<String> words) throws UsageException {
        for (String word : words) {
            if (word.startsWith("-")) {
                throw new UsageException("There is no option %s.".formatted(Printable.text(word)));
            }
        }
        if (words.size() != 1) {
            throw new UsageException("Exactly one export is needed, and %d were given.".formatted(words.size()));
        }
        try {
            return Path.of(words.get(0));
        } catch (InvalidPathException e) {
            throw new UsageException("'%s' is no name of a file.".formatted(Printable.text(words.get(0))));
        }
    }

    private static String value(String option, Deque<String> rest) throws UsageException {
        String value = rest.poll();
        if (value == null) {
            throw new UsageException("%s needs a value.".formatted(option));
        }
        return value;
    }
}
