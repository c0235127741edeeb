package org.dialogue.reports.timeline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.Unknown;
import org.dialogue.reports.background.Background;
import org.dialogue.reports.background.QuestionFacts;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.timeline.TimelineEntry;
import org.dialogue.reports.timeline.Timelines;
import org.dialogue.reports.views.LiveView;
import org.dialogue.reports.views.ViewState;
import org.dialogue.reports.web.Parameters;
import org.dialogue.reports.web.Reports;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports/questions")
@Tag(name = "Timeline")
final class TimelineController {

    private final LiveView<Timelines> view;
    private final Reports reports;

    TimelineController(LiveView<Timelines> view, Reports reports) {
        this.view = view;
        this.reports = reports;
    }

    @GetMapping("/{id}/timeline")
    @Operation(
            summary = "All that happened to a question, its assignments and the commitments that follow from it",
            description = "In the order in which the services recorded it. Answers are shown once more together with "
                    + "their corrections; the original always stays beside them.")
    ResponseEntity<TimelineReport> timeline(@PathVariable String id) {
        ViewState<Timelines> now = view.now();
        Background background = now.view().background();
        Reader reader = reports.reader();
        QuestionFacts question = background
                .question(Parameters.id("id", id, QuestionId::new))
                .filter(reader::maySee)
                .orElseThrow(() -> new Unknown("question", id));
        List<TimelineEntry> line =
                new VisibleEntries(background, reader).of(now.view().of(question.id()));
        return Reports.answer(
                now,
                new TimelineReport(
                        reports.reflecting(now),
                        id,
                        line.stream().map(TimelineReport.Entry::of).toList(),
                        AnswerHistory.of(line)));
    }
}
