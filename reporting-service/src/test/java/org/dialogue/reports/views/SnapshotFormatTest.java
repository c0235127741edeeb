package org.dialogue.reports.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dialogue.events.DialogueEvent;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.AnyEvent;
import org.dialogue.reports.story.EveryFold;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.ToldHistory;

/** A view that begins from a snapshot is the one that was folded, whatever history holds, and goes on the same. */
class SnapshotFormatTest {

    @Property(tries = 100)
    void ofAnyDialogue(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int steps) throws IOException {
        check(RandomDialogue.played(seed, steps).entries());
    }

    @Property(tries = 200)
    void ofAnyEventsWhatever(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) throws IOException {
        AnyEvent any = new AnyEvent(new Random(seed));
        List<DialogueEvent> told = new ArrayList<>();
        for (int count = 0; count < events; count++) {
            told.add(any.next());
        }
        check(Sample.story().then(told.toArray(DialogueEvent[]::new)).entries());
    }

    @Property(tries = 50)
    void whatIsCutShortIsNoSnapshot(@ForAll @IntRange(min = 1, max = 95) int percent) throws IOException {
        ToldHistory history = new ToldHistory();
        history.tell(RandomDialogue.played(1, 100).entries());
        byte[] whole = bytes(new Replay(history).of(FollowUp.FOLD, Bound.none()));

        assertThatThrownBy(() -> SnapshotFormat.read(
                        FollowUp.FOLD, new ByteArrayInputStream(Arrays.copyOf(whole, whole.length * percent / 100))))
                .isInstanceOf(IOException.class);
    }

    private static void check(List<HistoryEntry> entries) throws IOException {
        ToldHistory history = new ToldHistory();
        history.tell(entries);
        for (ViewFold<?> fold : EveryFold.FOLDS) {
            check(fold, history, entries.size() / 2);
        }
    }

    private static <V> void check(ViewFold<V> fold, ToldHistory history, int middle) throws IOException {
        Replay replay = new Replay(history);
        ViewState<V> then = replay.of(fold, Bound.position(middle));
        ViewState<V> restored = SnapshotFormat.read(fold, new ByteArrayInputStream(bytes(then)));

        assertThat(restored).as(fold.name()).isEqualTo(then);
        assertThat(replay.on(fold, restored, Bound.none(), position -> {})).isEqualTo(replay.of(fold, Bound.none()));
    }

    private static byte[] bytes(ViewState<?> state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SnapshotFormat.write(state, bytes);
        return bytes.toByteArray();
    }
}
