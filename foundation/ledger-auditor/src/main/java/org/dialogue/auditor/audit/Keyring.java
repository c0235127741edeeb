package org.dialogue.auditor.audit;

import static org.dialogue.auditor.export.Printable.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.auditor.export.UnreadableExportException;
import org.dialogue.auditor.note.Checkpoint;
import org.dialogue.auditor.note.Cosignature;
import org.dialogue.auditor.note.KeyKind;
import org.dialogue.auditor.note.NoteSignature;
import org.dialogue.auditor.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys that count for one ledger: those given from elsewhere and those in the export, a key in both being given.
 */
final class Keyring {

    /** What a note's signatures amount to: which known keys made them, and which of them are wrong. */
    record Signatures(Voucher voucher, List<KnownRoot.SignedBy> verifiedBy, List<VerifierKey> wrong) {}

    private static final String NO_CHANCE =
            "one of them was made to be taken for the other, for chance does not make such keys.";

    private final String origin;
    private final boolean isAnythingGiven;
    private final Map<String, VerifierKey> given = new LinkedHashMap<>();
    private final Map<String, VerifierKey> exported = new LinkedHashMap<>();

    /**
     * @param origin name of the ledger; a ledger's key of another name counts for nothing
     * @throws MisfitException if keys of ledgers are given and none is of this one, or two of one name and key id
     */
    Keyring(String origin, Evidence evidence) throws MisfitException {
        this.origin = origin;
        this.isAnythingGiven = !evidence.equals(Evidence.NONE);
        Stream.concat(evidence.keys().stream(), evidence.witnesses().stream())
                .filter(this::counts)
                .forEach(key -> given.put(key.text(), key));
        if (!evidence.keys().isEmpty() && evidence.keys().stream().noneMatch(this::counts)) {
            throw new MisfitException(
                    "The export is of the ledger '%s', and no key given is of that ledger.".formatted(text(origin)));
        }
        VerifierKey twin = twin(given.values());
        if (twin != null) {
            throw new MisfitException(
                    "Two different keys that you gave are named %s: %s".formatted(text(twin.label()), NO_CHANCE));
        }
    }

    /**
     * Takes the keys in the export, unless they were given.
     *
     * @throws UnreadableExportException if one has name and key id of another
     */
    void takeExported(List<VerifierKey> inExport) throws UnreadableExportException {
        inExport.stream()
                .filter(key -> counts(key) && !given.containsKey(key.text()))
                .forEach(key -> exported.put(key.text(), key));
        VerifierKey twin = twin(concat());
        if (twin != null) {
            throw new UnreadableExportException("keys.txt holds one of two different keys that are named %s: %s"
                    .formatted(text(twin.label()), NO_CHANCE));
        }
    }

    /** A key that shares name and key id, by which signatures find their key, with another before it; else null. */
    private static @Nullable VerifierKey twin(Collection<VerifierKey> keys) {
        Set<String> names = new HashSet<>();
        return keys.stream().filter(key -> !names.add(key.label())).findFirst().orElse(null);
    }

    /** Whose word is taken: that of what was given, or else that of the keys in the export. */
    Voucher trusted() {
        return isAnythingGiven ? Voucher.KEY_GIVEN : Voucher.KEY_IN_EXPORT;
    }

    List<VerifierKey> given() {
        return List.copyOf(given.values());
    }

    List<VerifierKey> exported() {
        return List.copyOf(exported.values());
    }

    /** Examines every signature that claims to be of a known key. */
    Signatures examine(Checkpoint checkpoint) {
        List<KnownRoot.SignedBy> verifiedBy = new ArrayList<>();
        List<VerifierKey> wrong = new ArrayList<>();
        Voucher voucher = Voucher.NOBODY;
        for (VerifierKey key : concat()) {
            List<NoteSignature> claims = checkpoint.note().signatures().stream()
                    .filter(key::claimedBy)
                    .toList();
            if (!claims.stream()
                    .allMatch(claim -> key.verifies(checkpoint.note().body(), claim))) {
                wrong.add(key);
            } else if (!claims.isEmpty()) {
                verifiedBy.add(new KnownRoot.SignedBy(key, time(key, claims)));
                boolean isGiven = given.containsKey(key.text());
                voucher = voucher == Voucher.KEY_GIVEN || isGiven ? Voucher.KEY_GIVEN : Voucher.KEY_IN_EXPORT;
            }
        }
        return new Signatures(voucher, List.copyOf(verifiedBy), List.copyOf(wrong));
    }

    /**
     * Examines a checkpoint that was given.
     *
     * @param label names it, for messages
     * @throws MisfitException if it bears a wrong signature of a known key
     */
    Signatures examineGiven(Checkpoint checkpoint, String label) throws MisfitException {
        Signatures signatures = examine(checkpoint);
        if (!signatures.wrong().isEmpty()) {
            boolean isGiven = signatures.wrong().stream().anyMatch(key -> given.containsKey(key.text()));
            throw new MisfitException(
                    "%s bears a wrong signature of %s: %s"
                            .formatted(
                                    label,
                                    signatures.wrong().stream()
                                            .map(VerifierKey::label)
                                            .collect(Collectors.joining(", ")),
                                    isGiven
                                            ? "it is no evidence."
                                            : "either it is damaged, or the key in the export is false. Give the true key too."));
        }
        return signatures;
    }

    private List<VerifierKey> concat() {
        return Stream.concat(given.values().stream(), exported.values().stream())
                .toList();
    }

    private boolean counts(VerifierKey key) {
        return key.kind() == KeyKind.WITNESS
                || key.kind() == KeyKind.LEDGER && key.name().equals(origin);
    }

    private static long time(VerifierKey key, List<NoteSignature> claims) {
        return key.kind() != KeyKind.WITNESS
                ? 0
                : claims.stream()
                        .flatMap(claim -> Cosignature.read(claim).stream())
                        .mapToLong(Cosignature::time)
                        .max()
                        .orElse(0);
    }
}
