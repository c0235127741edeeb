package org.dialogue.reports.coverage.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.access.Actor;
import org.dialogue.reports.coverage.web.PartList.Part;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.paging.Sorting;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.web.Ages;
import org.jspecify.annotations.Nullable;

/** Reads pages of coverage as the controller does, without HTTP. */
public final class CoveragePages {

    private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);

    private CoveragePages() {}

    /** A page of fifty with its totals. */
    public static Object page(
            Coverage coverage, Actor actor, @Nullable BodyId body, @Nullable PartState state, @Nullable String topic) {
        Reader reader = new Reader(actor);
        Topics topics = coverage.topics(reader.circles());
        PartFilter filter = new PartFilter(
                coverage.reference(),
                reader,
                topics,
                Optional.ofNullable(body),
                Optional.empty(),
                Optional.ofNullable(topic),
                Optional.empty(),
                state,
                null,
                null,
                null,
                TODAY);
        PartList parts = new PartList(coverage, filter);
        PartItems items =
                new PartItems(coverage, Faults.NONE, reader, topics, new Ages(TODAY, ZoneId.of("Asia/Ho_Chi_Minh")));
        Sorting<Part> order = PartList.sortings(coverage).get(0);
        return List.of(
                parts.totals(), parts.page(order, null, 50).map(items::show).items());
    }
}
