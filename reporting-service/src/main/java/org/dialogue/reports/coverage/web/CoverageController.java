package org.dialogue.reports.coverage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.dialogue.kit.paging.Page;
import org.dialogue.reports.coverage.web.PartList.Part;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.OutstandingStep;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.reference.Topics;
import org.dialogue.reports.paging.Sorting;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.web.LostItem;
import org.dialogue.reports.web.Parameters;
import org.dialogue.reports.web.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports/coverage")
@Tag(name = "Coverage")
final class CoverageController {

    private final LiveView<FollowUp> view;
    private final Reports reports;

    CoverageController(LiveView<FollowUp> view, Reports reports) {
        this.view = view;
        this.reports = reports;
    }

    @GetMapping
    @Operation(
            summary = "What became of each part of each question",
            description = "Each part is ANSWERED, DECLINED, REFERRED or WITHDRAWN, or it is OWED: then it says by whom "
                    + "since when. A unit stands for all units that lie in it; body means asked to answer; owedBy is a "
                    + "body's code or SECRETARIAT; late means owed beyond its due date; concluded means that the chair "
                    + "has decided. What another question's answer serves stands with that one and owes nothing "
                    + "itself. Sorted by raised or number; with a minus before it the other way round. Numbers that "
                    + "are missing belong to questions that the reader may not see.")
    ResponseEntity<CoverageReport> coverage(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable PartState state,
            @RequestParam(required = false) @Nullable String owedBy,
            @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(required = false) @Nullable Boolean concluded,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ViewState<FollowUp> now = view.now();
        Coverage coverage = now.view().coverage();
        ReferenceData reference = coverage.reference();
        Reader reader = reports.reader();
        Topics topics = coverage.topics(reader.circles());
        Parameters given = new Parameters(reference);
        PartFilter filter = new PartFilter(
                reference,
                reader,
                topics,
                given.body(body),
                given.unit(unit),
                given.topic(topic, topics),
                given.programme(programme),
                state,
                debtor(owedBy, given),
                late,
                concluded,
                reports.today());
        Sorting<Part> order = given.sorting(sort, PartList.sortings(coverage));
        given.page(order, cursor, limit);
        given.refuseIfAny();
        PartList parts = new PartList(coverage, filter);
        PartItems items = new PartItems(coverage, now.faults(), reader, topics, reports.ages());
        Page<PartItem> page = parts.page(order, cursor, limit).map(items::show);
        return Reports.answer(
                now,
                new CoverageReport(
                        reports.reflecting(now),
                        parts.totals(),
                        page.items(),
                        page.next(),
                        LostItem.of(now.faults(), reader, coverage::shows)));
    }

    private static @Nullable String debtor(@Nullable String owedBy, Parameters given) {
        if (owedBy != null && !owedBy.equals(OutstandingStep.SECRETARIAT)) {
            given.body("owedBy", owedBy);
        }
        return owedBy;
    }
}
