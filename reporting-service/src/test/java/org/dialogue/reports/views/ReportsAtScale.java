package org.dialogue.reports.views;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.assignment.AssignmentEvent.AnswerPublished;
import org.dialogue.events.assignment.PartAnswer;
import org.dialogue.events.commitment.CommitmentEvent.CommitmentProgressReported;
import org.dialogue.events.question.AnsweringRole;
import org.dialogue.events.question.QuestionEvent.QuestionAssigned;
import org.dialogue.events.question.QuestionEvent.QuestionRaised;
import org.dialogue.events.question.QuestionPart;
import org.dialogue.events.question.Visibility;
import org.dialogue.events.vocabulary.BodyId;
import org.dialogue.events.vocabulary.CommitmentId;
import org.dialogue.events.vocabulary.Disposition;
import org.dialogue.events.vocabulary.Due;
import org.dialogue.events.vocabulary.UnitId;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.reports.coverage.web.CoveragePages;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.ReadEvent;
import org.dialogue.reports.folds.ViewFold;
import org.dialogue.reports.folds.ViewState;
import org.dialogue.reports.folds.coverage.Coverage;
import org.dialogue.reports.folds.coverage.PartState;
import org.dialogue.reports.folds.followup.FollowUp;
import org.dialogue.reports.folds.timeline.Timelines;
import org.dialogue.reports.story.Provenances;
import org.dialogue.reports.story.Sample;
import org.dialogue.reports.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * How much memory the views take, how long a start from snapshots and a page of coverage take, with as many events as its
 * argument says (1,000,000 unless told otherwise). A program, not a test: the README has its command.
 */
public final class ReportsAtScale {

    private static final String WORDS =
            "Đề nghị Ban Thường vụ Tỉnh ủy xem xét, chỉ đạo giải quyết việc sắp xếp cán bộ, "
                    + "công chức cấp xã dôi dư sau sáp nhập đơn vị hành chính theo đúng lộ trình đã công bố ";
    private static final int PAGES = 100;

    private ReportsAtScale() {}

    /** @param arguments the number of events */
    public static void main(String[] arguments) throws IOException {
        long events = arguments.length == 0 ? 1_000_000 : Long.parseLong(arguments[0]);
        long before = usedAfterCollection();
        Instant began = Instant.now();
        long processor = processorMillis();
        States states = folded(events);
        print("folding anew, without reading", since(began, processor));
        print("heap of all views", (usedAfterCollection() - before) / (1 << 20) + " MiB");
        print("events", states.followUp.position());
        pages(states.followUp.view().coverage());

        List<Path> kept = List.of(stored(states.followUp), stored(states.timelines));
        states = null;
        usedAfterCollection();
        began = Instant.now();
        processor = processorMillis();
        ViewState<FollowUp> followUp = restored(FollowUp.FOLD, kept.get(0));
        ViewState<Timelines> timelines = restored(Timelines.FOLD, kept.get(1));
        print("start from snapshots", since(began, processor));
        print("heap of all views after it", (usedAfterCollection() - before) / (1 << 20) + " MiB");
        print("events", followUp.position() + " " + timelines.position());
    }

    private record States(ViewState<FollowUp> followUp, ViewState<Timelines> timelines) {}

    private static States folded(long events) {
        ViewState<FollowUp> followUp = ViewState.before(FollowUp.FOLD);
        ViewState<Timelines> timelines = ViewState.before(Timelines.FOLD);
        long position = 0;
        for (int question = 0; position < events; question++) {
            for (DialogueEvent event : question == 0 ? directory() : about(question)) {
                position++;
                ReadEvent read = read(position, event);
                followUp = followUp.after(FollowUp.FOLD, read);
                timelines = timelines.after(Timelines.FOLD, read);
            }
        }
        if (followUp.faults().leftOut() > 0) {
            throw new IllegalStateException(
                    "events did not fit: " + followUp.faults().known().get(0));
        }
        return new States(followUp, timelines);
    }

    private static ReadEvent read(long position, DialogueEvent event) {
        HistoryEntry entry = new HistoryEntry(
                position,
                Instant.EPOCH.plusMillis(position),
                "event-" + position,
                event.getClass().getSimpleName(),
                Story.DIALOGUE,
                position,
                Instant.EPOCH.plusMillis(position),
                event,
                Map.of());
        return new ReadEvent.Understood(Provenances.of(position, entry), List.of(entry));
    }

    private static List<DialogueEvent> directory() {
        return Sample.story().entries().stream().map(HistoryEntry::event).toList();
    }

    /** Two parts, each for one of twenty bodies; most are answered; every other question is followed up. */
    private static List<DialogueEvent> about(int number) {
        String id = "q-%07d-3f2a".formatted(number);
        List<DialogueEvent> told = new ArrayList<>();
        told.add(raised(id, number));
        for (int part = 1; part <= 2; part++) {
            QuestionAssigned like = Sample.assigned(
                    id, id + "-s" + part, new BodyId("body-" + (number + part) % 20), AnsweringRole.LEAD, part);
            QuestionAssigned slot = new QuestionAssigned(
                    like.questionId(),
                    like.programmeId(),
                    like.assignmentId(),
                    like.body(),
                    like.role(),
                    like.parts(),
                    Due.by(LocalDate.of(2023, 12, 1).plusDays(number % 60)),
                    like.clockStartedAt(),
                    like.note(),
                    like.happenedAt());
            told.add(slot);
            told.add(Sample.opened(slot));
            told.add(Sample.accepted(slot));
            if (number % 10 != 0) {
                AnswerPublished answer = answered(slot, part);
                told.add(answer);
                told.add(Sample.noted(answer));
            }
        }
        if (number % 10 > 3) {
            told.add(Sample.concluded(id, Disposition.EXPLAINED, 1, 2));
        }
        if (number % 2 == 0) {
            told.add(Sample.promised(
                    "c-" + id, Sample.about(id, 1), Due.noneSet(), null, new BodyId("body-" + number % 20)));
            for (int report = 0; report < 4; report++) {
                told.add(new CommitmentProgressReported(
                        new CommitmentId("c-" + id),
                        new BodyId("body-" + number % 20),
                        WORDS + report,
                        null,
                        List.of(),
                        List.of(),
                        Sample.day(10 + report)));
            }
        }
        return told;
    }

    private static AnswerPublished answered(QuestionAssigned slot, int part) {
        AnswerPublished like = Sample.published(slot, "a-" + slot.assignmentId().value(), Disposition.EXPLAINED, part);
        return new AnswerPublished(
                like.assignmentId(),
                like.questionId(),
                like.programmeId(),
                like.answerId(),
                like.body(),
                like.role(),
                List.of(new PartAnswer(part, WORDS + slot.assignmentId(), Disposition.EXPLAINED)),
                like.answeredBy(),
                like.source(),
                like.happenedAt());
    }

    private static QuestionRaised raised(String id, int number) {
        QuestionRaised like = Sample.raised(id, new UnitId(Sample.COMMUNE.value()), 2, visibility(number));
        return new QuestionRaised(
                like.questionId(),
                like.programmeId(),
                like.direction(),
                like.asker(),
                like.unit(),
                WORDS + number,
                IntStream.rangeClosed(1, 2)
                        .mapToObj(part ->
                                new QuestionPart(part, WORDS.substring(0, 60) + part, List.of("chủ đề " + number % 40)))
                        .toList(),
                like.topics(),
                like.references(),
                like.source(),
                like.attachments(),
                like.visibility(),
                Sample.DAY_1.plusSeconds(number));
    }

    private static Visibility visibility(int number) {
        return switch (number % 10) {
            case 0 -> new Visibility(Visibility.Kind.RESTRICTED, List.of(new BodyId("body-" + number % 20)));
            case 1, 2, 3 -> new Visibility(Visibility.Kind.INTERNAL, List.of());
            default -> Visibility.toEverybody();
        };
    }

    private static void pages(Coverage coverage) {
        Actor secretariat = TestActors.secretariat();
        Actor delegate = TestActors.delegateOf("nga-my");
        page("a page of coverage, unfiltered", coverage, secretariat, null, null, null);
        page("a page of coverage, unfiltered, a delegate's", coverage, delegate, null, null, null);
        page("a page of coverage of a body", coverage, secretariat, new BodyId("body-7"), null, null);
        page("a page of coverage, what is owed", coverage, delegate, null, PartState.OWED, null);
        page("a page of coverage of a topic", coverage, secretariat, null, null, "chủ đề 7");
    }

    private static void page(
            String what,
            Coverage coverage,
            Actor reader,
            @Nullable BodyId body,
            @Nullable PartState state,
            @Nullable String topic) {
        long[] nanos = new long[PAGES];
        long[] processor = new long[PAGES];
        for (int round = 0; round < 2 * PAGES; round++) {
            long began = System.nanoTime();
            long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            CoveragePages.page(coverage, reader, body, state, topic);
            nanos[round % PAGES] = System.nanoTime() - began;
            processor[round % PAGES] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - used;
        }
        Arrays.sort(nanos);
        Arrays.sort(processor);
        print(
                what + ", p95",
                "%.1f ms, %.1f ms on the processor"
                        .formatted(nanos[PAGES * 95 / 100] / 1e6, processor[PAGES * 95 / 100] / 1e6));
    }

    private static Path stored(ViewState<?> state) throws IOException {
        Path file = Files.createTempFile("view", ".snapshot");
        file.toFile().deleteOnExit();
        Instant began = Instant.now();
        long processor = processorMillis();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            SnapshotFormat.write(state, out);
        }
        print("snapshot written", "%d MiB in %s".formatted(Files.size(file) >> 20, since(began, processor)));
        return file;
    }

    private static <V> ViewState<V> restored(ViewFold<V> fold, Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return SnapshotFormat.read(fold, in);
        }
    }

    private static String since(Instant began, long processor) {
        return "%d ms, %d ms of them on the processor"
                .formatted(Duration.between(began, Instant.now()).toMillis(), processorMillis() - processor);
    }

    /** The clock tells more where others use the machine too. */
    private static long processorMillis() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    private static long usedAfterCollection() {
        for (int times = 0; times < 3; times++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void print(String what, Object figure) {
        System.out.printf(Locale.ROOT, "%-50s %s%n", what, figure);
    }
}
