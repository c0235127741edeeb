package org.dialogue.reports.timeline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dialogue.events.vocabulary.QuestionId;
import org.dialogue.kit.rules.NotFound;
import org.dialogue.reports.folds.Faults;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.reference.QuestionFacts;
import org.dialogue.reports.folds.reference.ReferenceData;
import org.dialogue.reports.folds.timeline.RecordedOrder;
import org.dialogue.reports.folds.timeline.TimelineEntry;
import org.dialogue.reports.folds.timeline.Timelines;
import org.dialogue.reports.reading.Reader;
import org.dialogue.reports.timeline.web.TimelineReport.Entry;
import org.dialogue.reports.views.LiveView;
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

    private static final Comparator<Entry> RECORDED =
            Comparator.comparing(entry -> new RecordedOrder(entry.recordedAt(), entry.source(), entry.position()));

    private final LiveView<Timelines> view;
    private final LiveView<FollowUp> questions;
    private final History history;
    private final Reports reports;

    TimelineController(LiveView<Timelines> view, LiveView<FollowUp> questions, History history, Reports reports) {
        this.view = view;
        this.questions = questions;
        this.history = history;
        this.reports = reports;
    }

    @GetMapping("/{id}/timeline")
    @Operation(
            summary = "All that happened to a question, its assignments and the commitments that follow from it",
            description = "In the order in which the services recorded it. Answers are shown once more together with "
                    + "their corrections; the original always stays beside them.")
    ResponseEntity<TimelineReport> timeline(@PathVariable String id) {
        ViewState<Timelines> now = view.now();
        ReferenceData reference = questions.now().view().reference();
        Reader reader = reports.reader();
        QuestionFacts question = reference
                .question(Parameters.id("id", id, QuestionId::new))
                .filter(reader::maySee)
                .orElseThrow(() -> new NotFound("question", id));
        VisibleEntries visible = new VisibleEntries(reference, reader);
        List<TimelineEntry> line = visible.of(Timelines.of(question.id(), now, history));
        QuestionId lead = Optional.ofNullable(question.groupLead())
                .filter(led -> reader.maySee(led, reference))
                .orElse(null);
        List<TimelineEntry> answered = new ArrayList<>(line);
        if (lead != null) {
            answered.addAll(visible.of(Timelines.of(lead, now, history)));
        }
        Set<String> things = new TreeSet<>(Set.of(question.id().toString()));
        line.forEach(entry -> things.add(entry.aggregateId()));
        return Reports.answer(
                now,
                new TimelineReport(
                        reports.reflecting(now),
                        id,
                        reference.numbers().number(question.id()),
                        lead == null ? null : lead.value(),
                        entries(line, things, now.faults(), reader),
                        AnswerHistory.of(answered),
                        now.faults().told(things)));
    }

    /** What the view goes on without may be something that not everybody may know of, so it is for those who see everything. */
    private static List<Entry> entries(List<TimelineEntry> line, Set<String> things, Faults faults, Reader reader) {
        List<ViewFault> known =
                things.stream().flatMap(thing -> faults.of(thing).stream()).toList();
        Map<String, String> implausible = known.stream()
                .filter(fault -> !fault.isLeftOut())
                .collect(Collectors.toMap(fault -> fault.event().eventId(), ViewFault::told, (one, same) -> one));
        Stream<Entry> shown = line.stream().map(entry -> Entry.of(entry, implausible.get(entry.eventId())));
        Stream<Entry> leftOut = known.stream()
                .filter(fault -> fault.isLeftOut() && reader.seesEverything())
                .map(Entry::leftOut);
        return Stream.concat(shown, leftOut).sorted(RECORDED).toList();
    }
}
