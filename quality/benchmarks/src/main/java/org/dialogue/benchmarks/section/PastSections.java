package org.dialogue.benchmarks.section;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.contender.Contender;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.section.Histories.History;

/** Everything that needs long histories, so that they are filled once. */
public final class PastSections {

    private final Lab lab;

    /** Measures in a lab. */
    public PastSections(Lab lab) {
        this.lab = lab;
    }

    /**
     * Replays and loads first; then appends, which change the histories.
     *
     * @param whenMeasured is given each chapter as soon as it is there
     */
    public void measure(Consumer<Chapter> whenMeasured) {
        List<Long> sizes = lab.settings().histories();
        List<History> histories = new ArrayList<>();
        try {
            var filling = new Histories(lab);
            for (var contender : List.of(Contender.AXON_PER_EVENT, Contender.AXON_PER_COMMIT, Contender.LEDGER)) {
                histories.addAll(filling.of(contender, sizes));
            }
            List<History> ledgers = histories.stream()
                    .filter(history -> history.contender() == Contender.LEDGER)
                    .toList();
            whenMeasured.accept(new Replays(lab, histories).measure());
            whenMeasured.accept(new AggregateLoads(lab, histories).measure());
            whenMeasured.accept(new Growth(lab, ledgers).measure());
        } finally {
            histories.forEach(History::close);
        }
    }
}
