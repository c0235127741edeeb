package org.dialogue.reports.coverage.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.coverage.Coverage;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.coverage.PartStanding;
import org.dialogue.reports.coverage.PartState;
import org.dialogue.reports.paging.Sorting;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.ViewState;
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
                    + "body's code or SECRETARIAT; late means owed beyond its due date. In the order of raising.")
    ResponseEntity<CoverageReport> coverage(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable PartState state,
            @RequestParam(required = false) @Nullable String owedBy,
            @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ViewState<Coverage> now = view.now();
        Background background = now.view().background();
        PartFilter filter = new PartFilter(
                background,
                Parameters.body(body, background),
                Parameters.unit(unit, background),
                topic,
                Parameters.programme(programme, background),
                state,
                debtor(owedBy, background),
                late,
                reports.today());
        Reader reader = reports.reader();
        List<PartStanding> found = background.questions().values().stream()
                .filter(reader::maySee)
                .filter(filter::admits)
                .flatMap(question -> now.view().partsOf(question).stream())
                .filter(filter::admits)
                .toList();
        PartItems items = new PartItems(background, reports.ages());
        Page<PartItem> page = BY_RAISING.page(found, cursor, limit).map(items::show);
        return Reports.answer(
                now,
                new CoverageReport(
                        reports.reflecting(now), CoverageTotals.of(found, reports.today()), page.items(), page.next()));
    }

    private static @Nullable String debtor(@Nullable String owedBy, Background background) {
        if (owedBy == null || owedBy.equals(Debt.SECRETARIAT)) {
            return owedBy;
        }
        try {
            return Parameters.body(owedBy, background).orElseThrow().value();
        } catch (InvalidInput noBody) {
            throw new InvalidInput(
                    "owedBy", "unknown-reference", "owedBy must be the code of a body, or " + Debt.SECRETARIAT);
        }
    }

    private static String id(PartStanding part) {
        return "%s/%05d".formatted(part.question().id().value(), part.part().number());
    }
}
