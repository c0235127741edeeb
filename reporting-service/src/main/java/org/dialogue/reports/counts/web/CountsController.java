package org.dialogue.reports.counts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.dialogue.events.vocabulary.BilingualName;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.ProgrammeId;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.counts.CountRow;
import org.dialogue.reports.folds.counts.CountedBy;
import org.dialogue.reports.folds.counts.Counts;
import org.dialogue.reports.folds.coverage.OutstandingStep;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.views.LiveView;
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

    private final LiveView<FollowUp> view;
    private final Reports reports;

    CountsController(LiveView<FollowUp> view, Reports reports) {
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
        ViewState<FollowUp> now = view.now();
        ReferenceData reference = now.view().reference();
        Parameters given = new Parameters(reference);
        Optional<ProgrammeId> year = given.programme(programme);
        given.refuseIfAny();
        Reader reader = reports.reader();
        List<CountRow> rows = new Counts(now.view())
                .rows(
                        by,
                        reader.circles(),
                        commitment -> reader.maySee(commitment.promise(), reference),
                        year,
                        reports.today());
        return Reports.answer(
                now,
                new CountsReport(
                        reports.reflecting(now),
                        by,
                        rows.stream()
                                .map(row -> new CountsReport.Row(name(by, row.key(), reference), row))
                                .toList()));
    }

    private static @Nullable BilingualName name(CountedBy by, String key, ReferenceData reference) {
        if (by == CountedBy.UNIT) {
            return Named.unit(new UnitId(key), reference).name();
        }
        return by == CountedBy.BODY && !key.equals(OutstandingStep.SECRETARIAT)
                ? Named.body(new BodyId(key), reference).name()
                : null;
    }
}
