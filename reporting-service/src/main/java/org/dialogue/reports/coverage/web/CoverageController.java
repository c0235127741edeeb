package org.dialogue.reports.coverage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.dialogue.kit.paging.Page;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.background.Topics;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;
import org.dialogue.reports.paging.Sorting;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.ViewState;
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

    private static final Sorting<PartStanding> BY_RAISING =
            new Sorting<>("raised", part -> Sorting.key(part.question().raisedAt()), CoverageController::id, false);

    private final LiveView<Coverage> view;
    private final Reports reports;

    CoverageController(LiveView<Coverage> view, Reports reports) {
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
        ViewState<Coverage> now = view.now();
        Background background = now.view().background();
        Reader reader = reports.reader();
        List<QuestionFacts> readable =
                background.questions().values().stream().filter(reader::maySee).toList();
        Topics topics = Topics.of(readable.stream());
        Parameters given = new Parameters(background);
        PartFilter filter = new PartFilter(
                background,
                given.body(body),
                given.unit(unit),
                given.topic(topic, topics),
                given.programme(programme),
                state,
                debtor(owedBy, given),
                late,
                concluded,
                reports.today());
        Sorting<PartStanding> order = given.sorting(sort, List.of(BY_RAISING, byNumber(background)));
        given.page(order, cursor, limit);
        given.refuseIfAny();
        List<PartStanding> found = readable.stream()
                .filter(filter::admits)
                .flatMap(question -> now.view().partsOf(question).stream())
                .filter(filter::admits)
                .toList();
        PartItems items = new PartItems(now, reader, topics, reports.ages());
        Page<PartItem> page = order.page(found, cursor, limit).map(items::show);
        return Reports.answer(
                now,
                new CoverageReport(
                        reports.reflecting(now),
                        CoverageTotals.of(found, reports.today()),
                        page.items(),
                        page.next(),
                        LostItem.of(now.faults(), reader, now.view()::shows)));
    }

    private static @Nullable String debtor(@Nullable String owedBy, Parameters given) {
        if (owedBy != null && !owedBy.equals(Debt.SECRETARIAT)) {
            given.body("owedBy", owedBy);
        }
        return owedBy;
    }

    private static Sorting<PartStanding> byNumber(Background background) {
        return new Sorting<>(
                "number",
                part -> Sorting.key(background.numbers().number(part.question().id())),
                CoverageController::id,
                false);
    }

    private static String id(PartStanding part) {
        return part.question().id().value() + "/" + Sorting.key(part.place());
    }
}
