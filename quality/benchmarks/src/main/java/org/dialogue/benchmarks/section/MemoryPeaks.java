package org.dialogue.benchmarks.section;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dialogue.benchmarks.Lab;
import org.dialogue.benchmarks.measure.Heap;
import org.dialogue.benchmarks.measure.ResidentMemory;
import org.dialogue.benchmarks.report.Chapter;
import org.dialogue.benchmarks.report.Figures;
import org.dialogue.benchmarks.report.Table;

/** How much memory the run took at the most. */
public final class MemoryPeaks {

    private MemoryPeaks() {}

    /** To be asked at the end. */
    public static Chapter measure(Lab lab) {
        Map<String, Long> peaks = new TreeMap<>();
        peaks.put("client: heap in use after the last collection", Heap.usedAfterCollection());
        peaks.put("client: greatest heap allowed", Runtime.getRuntime().maxMemory());
        peaks.put("client: peak resident memory, all contenders", ResidentMemory.peak());
        lab.server().peakResidentBytes().ifPresent(peak -> peaks.put("embedded server: peak resident memory", peak));
        Table table = new Table("memory", "of the whole run");
        peaks.forEach((what, bytes) -> table.row(what, Figures.mebibytes(bytes)));
        return new Chapter("memory", table.markdown(), peaks, List.of());
    }
}
