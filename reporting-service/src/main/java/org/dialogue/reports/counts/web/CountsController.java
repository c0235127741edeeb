package org.dialogue.reports.counts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.counts.CountRow;
import org.dialogue.reports.counts.CountedBy;
import org.dialogue.reports.counts.Counts;
import org.dialogue.reports.coverage.Debt;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.ViewState;
import org.dialogue.reports.web.Named;
import org.dialogue.reports.web.Parameters;
import org.dialogue.reports.web.Reports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports/counts")
@Tag(name = "Counts")
final class CountsController {

    private final LiveView<Counts> view;
    private final Reports reports;

    CountsController(LiveView<Counts> view, Reports reports) {
        this.view = view;
        this.reports = reports;
    }

    @GetMapping
    @Operation(
            summary = "Questions, answers and commitments in numbers",
            description =
                    "By BODY, UNIT (each with all units that lie in it) or TOPIC. What concerns two bodies or has "
                            + "two topics counts in both rows, so rows do not add up. Only what the reader may see counts.")
    ResponseEntity<CountsReport> counts(
            @RequestParam CountedBy by, @RequestParam(required = false) @Nullable String programme) {
        ViewState<Counts> now = view.now();
        Background background = now.view().background();
        Parameters given = new Parameters(background);
        Optional<ProgrammeId> year = given.programme(programme);
        given.refuseIfAny();
        Reader reader = reports.reader();
        List<CountRow> rows = now.view()
                .rows(
                        by,
                        reader::maySee,
                        commitment -> reader.maySee(commitment.promise(), background),
                        year,
                        reports.today());
        return Reports.answer(
                now,
                new CountsReport(
                        reports.reflecting(now),
                        by,
                        rows.stream()
                                .map(row -> new CountsReport.Row(name(by, row.key(), background), row))
                                .toList()));
    }

    private static @Nullable BilingualName name(CountedBy by, String key, Background background) {
        if (by == CountedBy.UNIT) {
            return Named.unit(new UnitId(key), background).name();
        }
        return by == CountedBy.BODY && !key.equals(Debt.SECRETARIAT)
                ? Named.body(new BodyId(key), background).name()
                : null;
    }
}
