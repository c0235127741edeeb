package org.dialogue.reports.story;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ReadEvent;

/** A history held in memory, that grows when told to and may fail or hold readers up. */
public final class ToldHistory implements History {

    private final List<ReadEvent> events = new ArrayList<>();
    private final List<Runnable> bells = new CopyOnWriteArrayList<>();
    private volatile Runnable beforeEach = () -> {};
    private boolean broken;

    /** Appends the entries with positions of its own. */
    public synchronized void tell(List<HistoryEntry> entries) {
        entries.forEach(entry ->
                events.add(new ReadEvent.Understood(Provenances.of(events.size() + 1L, entry), List.of(entry))));
        bells.forEach(Runnable::run);
    }

    public synchronized void tell(ReadEvent event) {
        events.add(event);
        bells.forEach(Runnable::run);
    }

    /** Has something done before each event is given out, such as waiting. */
    public void beforeEach(Runnable action) {
        beforeEach = action;
    }

    /** No reading that was begun before gives out what is told afterwards. */
    public synchronized void fail(boolean nowBroken) {
        broken = nowBroken;
    }

    @Override
    public synchronized long head() {
        return events.size();
    }

    @Override
    public synchronized Stream<ReadEvent> readAfter(long position) {
        if (broken) {
            throw new IllegalStateException("the store does not answer");
        }
        return new ArrayList<>(events).stream().skip(position).peek(event -> beforeEach.run());
    }

    @Override
    public List<HistoryEntry> ofAggregate(String aggregateId) {
        return readAfter(0)
                .filter(event -> event.provenance().aggregateId().equals(aggregateId))
                .flatMap(event -> event instanceof ReadEvent.Understood understood
                        ? understood.entries().stream()
                        : Stream.empty())
                .toList();
    }

    @Override
    public Ringing onAppend(Runnable bell) {
        bells.add(bell);
        return () -> bells.remove(bell);
    }
}
