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
import org.jspecify.annotations.Nullable;

/**
 * The command line.
 *
 * @param export the archive; null if a proof is to be verified
 * @param proof what is in the file of a proof, or null
 * @param event what is in the file of an event, or null
 * @param evidence what is known from elsewhere
 * @param quiet whether only the verdict is wanted
 */
record Arguments(
        @Nullable Path export,
        @Nullable String proof,
        @Nullable String event,
        Evidence evidence,
        boolean quiet) {

    static final String HELP = """
            Says whether an exported ledger is whole and unaltered. Works offline.

              java -jar ledger-auditor.jar [options] export.zip
              java -jar ledger-auditor.jar [options] --proof proof.json

              --key KEY          a public key of the ledger that you have from elsewhere, or a file of them;
                                 may be repeated, for keys that were replaced
              --checkpoint FILE  a checkpoint that you kept from an earlier time; may be repeated
              --witness KEY      a public key of a witness, or a file of them; may be repeated
              --proof FILE       in place of an export: a proof, as the ledger hands it out over HTTP, to be verified
                                 against the checkpoints given
              --event FILE       the event that a proof of inclusion is of: its line of an export
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
        String proof = null;
        String event = null;
        boolean quiet = false;
        while (!rest.isEmpty()) {
            String word = rest.remove();
            switch (word) {
                case "--quiet" -> quiet = true;
                case "--key" -> keys.addAll(GivenFiles.keys(value(word, rest), KeyKind.LEDGER));
                case "--witness" -> witnesses.addAll(GivenFiles.keys(value(word, rest), KeyKind.WITNESS));
                case "--proof" -> proof = GivenFiles.text(value(word, rest));
                case "--event" -> event = GivenFiles.event(value(word, rest));
                case "--checkpoint" -> checkpoints.add(GivenFiles.checkpoint(value(word, rest)));
                default -> exports.add(word);
            }
        }
        if (proof == null && event != null) {
            throw new UsageException("--event goes with --proof.");
        }
        return new Arguments(
                export(exports, proof == null ? 1 : 0),
                proof,
                event,
                new Evidence(List.copyOf(keys), List.copyOf(witnesses), List.copyOf(checkpoints)),
                quiet);
    }

    private static @Nullable Path export(List<String> words, int expected) throws UsageException {
        for (String word : words) {
            if (word.startsWith("-")) {
                throw new UsageException("There is no option %s.".formatted(Printable.text(word)));
            }
        }
        if (words.size() != expected) {
            throw new UsageException("%s, and %d were given."
                    .formatted(
                            expected == 1 ? "Exactly one export is needed" : "No export goes with a proof",
                            words.size()));
        }
        if (expected == 0) {
            return null;
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
