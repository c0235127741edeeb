package org.dialogue.reports.witness;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.dialogue.ledger.checkpoint.SignedNote;
import org.dialogue.ledger.checkpoint.SigningKey;
import org.dialogue.ledger.checkpoint.VerifierKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Judges the notes of one source as they wait in the book: signs what agrees, and has refused what does not. */
final class Witness {

    private static final Logger LOG = LoggerFactory.getLogger(Witness.class);

    private final Source source;
    private final WitnessedTrees trees;
    private final CheckpointBook book;
    private final KnownKeys keys;
    private final Publisher publisher;
    private final RefusingCheckpoints refusing;
    private final @Nullable SigningKey key;
    private final Clock clock;
    private final Uncovered uncovered = new Uncovered();
    private volatile BookState state = BookState.UNKNOWN;

    Witness(
            Source source,
            WitnessedTrees trees,
            CheckpointBook book,
            KnownKeys keys,
            Publisher publisher,
            RefusingCheckpoints refusing,
            @Nullable SigningKey key,
            Clock clock) {
        this.source = source;
        this.trees = trees;
        this.book = book;
        this.keys = keys;
        this.publisher = publisher;
        this.refusing = refusing;
        this.key = key;
        this.clock = clock;
    }

    Source source() {
        return source;
    }

    /** How the source stands, from memory: the book is read by the witness's thread alone. */
    Standing standing() {
        return new Standing(
                source,
                trees.of(source.name()).head(),
                trees.of(source.name()).missing(),
                state,
                keys.remembered(source));
    }

    /** Judges what can be judged. */
    void judgeWaiting() {
        reopen(keys.known(source));
        List<HeardNote> unjudged = judge(book.waiting(source.name()));
        AgreedCheckpoint latest = book.latestAgreed(source.name()).orElse(null);
        state = new BookState(
                latest,
                unjudged.size(),
                unjudged.isEmpty() ? null : unjudged.get(0).heardAt(),
                book.refusedSinceAgreed(source.name()),
                uncovered.look(
                        trees.of(source.name()).size(),
                        latest == null ? 0 : latest.tree().size(),
                        clock.instant()));
    }

    /** What no known key had signed is judged again once a key is believed that did: it may be true, or prove a fork. */
    private void reopen(List<VerifierKey> believed) {
        if (believed.isEmpty()) {
            return;
        }
        String fingerprint = KnownKeys.fingerprint(believed);
        for (HeardNote refused : book.refusedUnderOtherKeys(source.name(), fingerprint)) {
            if (Judge.isSigned(source.origin(), refused.note(), believed)) {
                LOG.info(
                        "A checkpoint of {}, refused for its key, is judged again: the key is known now",
                        source.name());
                book.reopened(refused);
            } else {
                book.stillRefused(refused, fingerprint);
            }
        }
    }

    /** Returns those that have to wait. */
    private List<HeardNote> judge(List<HeardNote> waiting) {
        List<HeardNote> unjudged = new ArrayList<>();
        if (waiting.isEmpty()) {
            return unjudged;
        }
        Earlier earlier = new Earlier(
                book.latestAgreed(source.name())
                        .map(AgreedCheckpoint::statement)
                        .orElse(null),
                size -> book.agreedOfSize(source.name(), size).map(AgreedCheckpoint::statement));
        for (HeardNote heard : waiting) {
            Long then = heard.agreedThen();
            List<VerifierKey> believed = keys.of(source, publisher);
            Verdict verdict = Judge.judge(
                    source.origin(),
                    heard.note(),
                    believed,
                    then == null ? earlier : earlier.asWhenAgreedTo(then),
                    size -> trees.headAt(source.name(), size));
            if (verdict instanceof Verdict.Agrees agrees) {
                long largest =
                        earlier.largest().map(known -> known.tree().size()).orElse(-1L);
                agree(heard, agrees.statement(), agrees.statement().tree().size() > largest);
                earlier.add(agrees.statement());
            } else if (verdict instanceof Verdict.Waits waits) {
                unjudged.add(heard);
                if (waits.statement() != null) {
                    earlier.add(waits.statement());
                }
            } else if (verdict instanceof Verdict.Repeats) {
                book.repeated(heard);
            } else if (verdict instanceof Verdict.Refused refused) {
                refusing.refuse(heard, refused, believed);
            }
        }
        return unjudged;
    }

    /** A cosignature says that its witness knows no later tree, so one that is judged again late gets none. */
    private void agree(HeardNote heard, Statement statement, boolean newest) {
        SignedNote note = SignedNote.parse(heard.note());
        String kept = key == null || !newest
                ? heard.note()
                : note.with(key.cosign(note.body(), clock.instant())).text();
        book.agreed(heard, statement.tree(), kept);
        LOG.info("{} agrees at size {}", source.name(), statement.tree().size());
    }
}
