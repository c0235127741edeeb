package org.dialogue.reports.commitments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.kit.paging.Page;
import org.dialogue.kit.rules.InvalidInput;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.commitments.Commitment;
import org.dialogue.reports.folds.commitments.CommitmentState;
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
@RequestMapping("/api/reports/open-commitments")
@Tag(name = "Open commitments")
final class OpenCommitmentsController {

    private static final List<Sorting<Commitment>> SORTINGS = List.of(
            new Sorting<>(
                    "due",
                    commitment -> Sorting.key(commitment.promise().due().date()),
                    OpenCommitmentsController::id,
                    false),
            new Sorting<>(
                    "committed",
                    commitment -> Sorting.key(commitment.committedAt()),
                    OpenCommitmentsController::id,
                    false),
            new Sorting<>("state", commitment -> commitment.state().name(), OpenCommitmentsController::id, false),
            new Sorting<>(
                    "body",
                    commitment -> commitment.promise().bodies().stream()
                            .findFirst()
                            .map(BodyId::value)
                            .orElse(""),
                    OpenCommitmentsController::id,
                    false));

    private final LiveView<FollowUp> view;
    private final Reports reports;

    OpenCommitmentsController(LiveView<FollowUp> view, Reports reports) {
        this.view = view;
        this.reports = reports;
    }

    @GetMapping
    @Operation(
            summary = "What has been promised and not ended",
            description = "A unit stands for all units that lie in it. Totals are those of all commitments that the "
                    + "filters let through, whatever the page. Sorted by due (no date last), committed, state or body; "
                    + "with a minus before it the other way round.")
    ResponseEntity<OpenCommitmentsReport> openCommitments(
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String programme,
            @RequestParam(required = false) @Nullable CommitmentState state,
            @RequestParam(required = false) @Nullable Boolean late,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        ViewState<FollowUp> now = view.now();
        ReferenceData reference = now.view().reference();
        Reader reader = reports.reader();
        Topics topics = now.view().coverage().topics(reader.circles());
        Parameters given = new Parameters(reference);
        CommitmentFilter filter = new CommitmentFilter(
                reference,
                reader,
                given.body(body),
                given.unit(unit),
                given.topic(topic, topics),
                given.programme(programme),
                open(state, given),
                late,
                reports.today());
        Sorting<Commitment> order = given.sorting(sort, SORTINGS);
        given.page(order, cursor, limit);
        given.refuseIfAny();
        List<Commitment> found = now.view().commitments().open().values().stream()
                .filter(commitment -> reader.maySee(commitment.promise(), reference))
                .filter(filter::admits)
                .toList();
        CommitmentItems items = new CommitmentItems(reference, now.faults(), reader, topics, reports.ages());
        Page<CommitmentItem> page = order.page(found, cursor, limit).map(items::show);
        return Reports.answer(
                now,
                new OpenCommitmentsReport(
                        reports.reflecting(now),
                        CommitmentTotals.of(found, reports.today()),
                        page.items(),
                        page.next(),
                        LostItem.of(now.faults(), reader, now.view().commitments()::shows)));
    }

    private static @Nullable CommitmentState open(@Nullable CommitmentState state, Parameters given) {
        if (state != null && !state.isOpen()) {
            given.add(new InvalidInput(
                    "state", "one-of.open-state", "the state of an open commitment is OPEN, WAITING or CLAIMED"));
        }
        return state;
    }

    private static String id(Commitment commitment) {
        return commitment.promise().commitmentId().value();
    }
}
