package org.dialogue.reports.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dialogue.kit.testing.Patience.await;
import static org.dialogue.reports.folds.ViewFault.Kind.MISFIT;
import static org.dialogue.reports.folds.ViewFault.Kind.UNREADABLE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.witness.AlarmId;
import org.dialogue.events.witness.AlarmKind;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmAcknowledged;
import org.dialogue.events.witness.LedgerAlarmEvent.LedgerAlarmRaised;
import org.dialogue.reports.folds.Bound;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Provenance;
import org.dialogue.reports.folds.ReadEvent;
import org.dialogue.reports.folds.Replay;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.story.EveryFold;
import org.dialogue.reports.story.Provenances;
import org.dialogue.reports.story.RandomDialogue;
import org.dialogue.reports.story.Story;
import org.dialogue.reports.story.ToldHistory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ViewsTest {

    private static final List<HistoryEntry> ENTRIES =
            RandomDialogue.played(2023, 2_000).then(alarms()).entries();

    /** Counts events, and cannot take those that happen to be the third of ten. */
    private static final ViewFold<Long> PICKY = new ViewFold<>("picky", 0L, (count, entry) -> {
        if (entry.position() % 10 == 3) {
            throw new IllegalStateException("not the third");
        }
        return count + 1;
    });

    private final ToldHistory history = new ToldHistory();
    private final Views views = new Views(history, Clock.systemUTC(), Duration.ofMillis(20));

    @AfterEach
    void stop() {
        history.beforeEach(() -> {});
        views.stop();
    }

    @Test
    void aViewReflectsAllOfHistoryWhenItIsReadyAndSaysSo() {
        history.tell(ENTRIES);
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);

        assertThatThrownBy(coverage::now).isInstanceOf(NotCaughtUp.class);
        views.start();
        await().until(views::haveCaughtUp);

        ViewState<FollowUp> now = coverage.now();
        assertThat(now.position()).isEqualTo(ENTRIES.size());
        assertThat(now.recordedAt()).isEqualTo(ENTRIES.get(ENTRIES.size() - 1).copiedAt());
        assertThat(now.view()).isEqualTo(Story.fold(FollowUp.FOLD, ENTRIES));
        assertThat(coverage.building().percent()).isEqualTo(100);
    }

    @Test
    void aViewFollowsWhatIsAppended() {
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);

        history.tell(ENTRIES);

        await().until(() -> coverage.now().position() == ENTRIES.size());
    }

    @Test
    void aViewStandsStillWhileTheLedgerCannotBeReadAndThenGoesOn() {
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);

        history.fail(true);
        history.tell(ENTRIES);
        await().until(() -> views.readingFailure().isPresent());
        assertThat(coverage.now().position()).isZero();

        history.fail(false);
        await().until(() -> coverage.now().position() == ENTRIES.size());
        await().until(() -> views.readingFailure().isEmpty());
    }

    @Test
    void whatAFoldCannotTakeIsAFaultOfThatViewAloneAndTheViewGoesOn() {
        history.tell(ENTRIES.subList(0, 20));
        LiveView<Long> picky = views.keep(PICKY);
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);

        assertThat(picky.now().view()).isEqualTo(18);
        assertThat(picky.now().faults().known())
                .containsExactly(
                        new ViewFault(
                                Provenances.of(3, ENTRIES.get(2)), MISFIT, "IllegalStateException: not the third"),
                        new ViewFault(
                                Provenances.of(13, ENTRIES.get(12)), MISFIT, "IllegalStateException: not the third"));
        assertThat(coverage.now().faults()).isEqualTo(Faults.NONE);
    }

    @Test
    void faultsAreFoundAgainAfterARestart() {
        history.tell(ENTRIES.subList(0, 20));
        LiveView<Long> picky = views.keep(PICKY);
        views.start();
        await().until(views::haveCaughtUp);

        Views restarted = new Views(history, Clock.systemUTC(), Duration.ofMillis(20));
        LiveView<Long> again = restarted.keep(PICKY);
        restarted.start();
        try {
            await().until(restarted::haveCaughtUp);
            assertThat(again.now()).isEqualTo(picky.now());
        } finally {
            restarted.stop();
        }
    }

    @Test
    void eventsOfUnknownNamesAreCountedAndUnreadableOnesAreFaults() {
        Provenance unreadable = Provenances.of(2, "e2", "question-raised");
        history.tell(new ReadEvent.OfUnknownName(Provenances.of(1, "e1", "question-translated")));
        history.tell(new ReadEvent.Unreadable(unreadable, new IllegalArgumentException("no JSON")));
        history.tell(new ReadEvent.OfUnknownName(Provenances.of(3, "e3", "question-translated")));
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);

        assertThat(coverage.now().position()).isEqualTo(3);
        assertThat(coverage.now().unknownByName()).containsExactly(Map.entry("question-translated", 2L));
        assertThat(coverage.now().faults().known())
                .containsExactly(new ViewFault(unreadable, UNREADABLE, "IllegalArgumentException: no JSON"));
        assertThat(coverage.now().faults().told(List.of("question:q7")))
                .as("the question itself says that something about it is not known")
                .contains("dialogue-service 1 is of a kind that this program does not know")
                .contains("dialogue-service 2 cannot be read");
    }

    @Test
    void whileAViewIsRebuiltTheFormerValueServesAndFollowsWhatIsAppended() throws Exception {
        int half = ENTRIES.size() / 2;
        history.tell(ENTRIES.subList(0, half));
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);
        FollowUp former = coverage.now().view();

        CountDownLatch goOn = new CountDownLatch(1);
        history.beforeEach(() -> {
            if (Thread.currentThread().getName().equals("views-rebuild")) {
                awaitQuietly(goOn);
            }
        });
        assertThat(views.rebuild(coverage).isRunning()).isTrue();
        assertThat(coverage.now().view()).isSameAs(former);
        history.tell(ENTRIES.subList(half, ENTRIES.size()));
        await().until(() -> coverage.now().position() == ENTRIES.size());
        FollowUp followed = coverage.now().view();
        assertThat(coverage.rebuild().orElseThrow().isRunning()).isTrue();
        assertThat(views.rebuild(coverage).position())
                .as("the same rebuild, not a second one")
                .isZero();

        goOn.countDown();
        await().until(() -> !coverage.rebuild().orElseThrow().isRunning());
        assertThat(coverage.now().view()).isNotSameAs(followed).isEqualTo(followed);
        assertThat(coverage.rebuild().orElseThrow()).satisfies(rebuild -> {
            assertThat(rebuild.position()).isEqualTo(ENTRIES.size());
            assertThat(rebuild.percent()).isEqualTo(100);
            assertThat(rebuild.failure()).isNull();
            assertThat(rebuild.finished()).isNotNull();
        });
    }

    @Test
    void aRebuildThatFailsSaysWhyAndLeavesTheFormerValue() {
        history.tell(ENTRIES);
        LiveView<FollowUp> coverage = views.keep(FollowUp.FOLD);
        views.start();
        await().until(views::haveCaughtUp);
        ViewState<FollowUp> former = coverage.now();

        history.fail(true);
        views.rebuild(coverage);

        await().until(() -> !coverage.rebuild().orElseThrow().isRunning());
        assertThat(coverage.rebuild().orElseThrow().failure()).contains("does not answer");
        assertThat(coverage.now()).isSameAs(former);
    }

    @Test
    void everyRebuiltViewEqualsTheLiveOneFieldByField() {
        List<LiveView<?>> live =
                EveryFold.FOLDS.stream().<LiveView<?>>map(views::keep).toList();
        views.start();
        ENTRIES.forEach(entry -> history.tell(List.of(entry)));
        await().until(() -> live.stream().allMatch(view -> view.state().position() == ENTRIES.size()));
        List<Object> grown =
                live.stream().<Object>map(view -> view.state().view()).toList();

        live.forEach(views::rebuild);
        await().until(() ->
                live.stream().noneMatch(view -> view.rebuild().orElseThrow().isRunning()));

        for (int view = 0; view < live.size(); view++) {
            assertThat(live.get(view).state().view())
                    .as(live.get(view).name())
                    .isNotSameAs(grown.get(view))
                    .isEqualTo(grown.get(view));
        }
    }

    @Test
    void aReplayStopsAtAPositionOrAMoment() {
        history.tell(ENTRIES);
        Replay replay = new Replay(history);
        Instant moment = ENTRIES.get(99).copiedAt();

        ViewState<FollowUp> atPosition = replay.of(FollowUp.FOLD, Bound.position(100));
        assertThat(atPosition.position()).isEqualTo(100);
        assertThat(replay.of(FollowUp.FOLD, Bound.recordedBy(moment))).isEqualTo(atPosition);
        assertThat(replay.of(FollowUp.FOLD, Bound.none()).position()).isEqualTo(ENTRIES.size());
    }

    @Test
    void aStartFoldsOnlyWhatCameAfterTheSnapshot() {
        Map<String, ViewState<?>> kept = new ConcurrentHashMap<>();
        history.tell(ENTRIES.subList(0, 100));
        Views first = new Views(history, Clock.systemUTC(), Duration.ofMillis(20), inMemory(kept), 10);
        first.keep(FollowUp.FOLD);
        first.start();
        await().until(() -> kept.containsKey(FollowUp.FOLD.name()));
        first.stop();
        history.tell(ENTRIES.subList(100, ENTRIES.size()));
        AtomicInteger read = new AtomicInteger();
        history.beforeEach(read::incrementAndGet);

        Views second = new Views(history, Clock.systemUTC(), Duration.ofMillis(20), inMemory(kept), 1_000);
        LiveView<FollowUp> view = second.keep(FollowUp.FOLD);
        second.start();
        await().until(second::haveCaughtUp);
        second.stop();

        assertThat(read.get()).isEqualTo(ENTRIES.size() - 100);
        assertThat(view.now().position()).isEqualTo(ENTRIES.size());
        assertThat(view.now().view()).isEqualTo(Story.fold(FollowUp.FOLD, ENTRIES));
    }

    @Test
    void aRebuiltViewIsKeptAnew() {
        Map<String, ViewState<?>> kept = new ConcurrentHashMap<>();
        history.tell(ENTRIES);
        Views some = new Views(history, Clock.systemUTC(), Duration.ofMillis(20), inMemory(kept), 10);
        LiveView<FollowUp> view = some.keep(FollowUp.FOLD);
        some.start();
        await().until(() -> kept.containsKey(FollowUp.FOLD.name()));
        kept.clear();

        some.rebuild(view);

        await().until(() -> kept.containsKey(FollowUp.FOLD.name()));
        some.stop();
    }

    private static Snapshots inMemory(Map<String, ViewState<?>> kept) {
        return new Snapshots() {
            @Override
            @SuppressWarnings("unchecked")
            public <V> Optional<ViewState<V>> find(ViewFold<V> fold) {
                return Optional.ofNullable((ViewState<V>) kept.get(fold.name()));
            }

            @Override
            public <V> void keep(ViewFold<V> fold, ViewState<V> state) {
                kept.put(fold.name(), state);
            }
        };
    }

    @Test
    void aNameIsTakenOnce() {
        views.keep(FollowUp.FOLD);

        assertThatThrownBy(() -> views.keep(FollowUp.FOLD)).isInstanceOf(IllegalStateException.class);
    }

    /** One that was looked into, and one that was not. */
    private static DialogueEvent[] alarms() {
        AlarmId looked = new AlarmId("looked-into");
        return new DialogueEvent[] {
            alarm(looked),
            new LedgerAlarmAcknowledged(looked, "restored from the wrong backup", Story.BEGIN),
            alarm(new AlarmId("open"))
        };
    }

    private static LedgerAlarmRaised alarm(AlarmId id) {
        return new LedgerAlarmRaised(
                id,
                Story.DIALOGUE,
                AlarmKind.MISMATCHED,
                7L,
                "root",
                "another",
                3L,
                2,
                "note",
                null,
                "The events from position 3 on differ.",
                Story.BEGIN);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nobody let the rebuild go on");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
