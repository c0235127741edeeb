package org.dialogue.reports.running;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.assignment.AssignmentEvent;
import org.dialogue.events.commitment.CommitmentEvent;
import org.dialogue.events.directory.AdministrativeUnitEvent;
import org.dialogue.events.directory.AnsweringBodyEvent;
import org.dialogue.events.programme.ProgrammeEvent;
import org.dialogue.events.question.QuestionEvent;
import org.dialogue.kit.DialogueProperties;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.testing.OtherService;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.story.Sample;

/** Stands in for dialogue-service and answer-service: publishes their events, each on its own topic. */
public final class OtherServices implements AutoCloseable {

    public static final Actor SOMEBODY =
            new Actor("clerk", "p-clerk", "Clerk", "xuan-lam", null, Set.of(), "the-delegate");

    private final OtherService dialogue;
    private final OtherService answers;
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<OtherService, Long> positions = new HashMap<>();

    /** The directory of the sample is published at once. */
    public OtherServices(DialogueProperties properties) {
        dialogue = new OtherService(properties.topic("dialogue.events"), "dialogue-service");
        answers = new OtherService(properties.topic("answers.events"), "answer-service");
        Sample.story().entries().stream().map(HistoryEntry::event).forEach(this::publish);
    }

    /** Publishes events in order. */
    public void publish(DialogueEvent... events) {
        for (DialogueEvent event : events) {
            publish(event);
        }
    }

    /** Publishes one event. */
    public RecordedEvent publish(DialogueEvent event) {
        OtherService source = event instanceof AssignmentEvent || event instanceof CommitmentEvent ? answers : dialogue;
        String aggregate = aggregate(event);
        long sequence = sequences.merge(aggregate, 0L, (last, unused) -> last + 1);
        positions.merge(source, 1L, Long::sum);
        return source.publish(aggregate.replaceFirst(":.*", ""), aggregate, sequence, event, SOMEBODY);
    }

    /** Publishes on the topic of dialogue-service what a newer version of it would. */
    public RecordedEvent publishOfUnknownName(String name, String aggregateId, String payload) {
        RecordedEvent known = dialogue.record(
                nextDialoguePosition(), "question", aggregateId, 0, anyEvent(), TestActors.secretariat());
        LedgerEvent event = known.event();
        RecordedEvent unknown = new RecordedEvent(
                known.position(),
                known.recordedAt(),
                LedgerEvent.ofAggregate(
                        event.id(),
                        name,
                        "1",
                        "question",
                        aggregateId,
                        0,
                        event.timestamp(),
                        payload.getBytes(StandardCharsets.UTF_8),
                        event.metadata()));
        dialogue.publish(unknown);
        return unknown;
    }

    /** Publishes on the topic of dialogue-service what was published before. */
    public void repeat(RecordedEvent recorded) {
        dialogue.publish(recorded);
    }

    /** Puts a record on the topic of dialogue-service that is no event. */
    public void poison(String text) {
        dialogue.publishPoison(text);
    }

    /** How many events were published, each counted once. */
    public long published() {
        return positions.values().stream().mapToLong(Long::longValue).sum();
    }

    private long nextDialoguePosition() {
        return positions.merge(dialogue, 1L, Long::sum);
    }

    private static DialogueEvent anyEvent() {
        return Sample.raised("unused", Sample.COMMUNE, 1);
    }

    private static String aggregate(DialogueEvent event) {
        if (event instanceof QuestionEvent question) {
            return "question:" + question.questionId().value();
        }
        if (event instanceof AssignmentEvent assignment) {
            return "assignment:" + assignment.assignmentId().value();
        }
        if (event instanceof CommitmentEvent commitment) {
            return "commitment:" + commitment.commitmentId().value();
        }
        if (event instanceof AdministrativeUnitEvent unit) {
            return "unit:" + unit.unitId().value();
        }
        if (event instanceof AnsweringBodyEvent body) {
            return "body:" + body.bodyId().value();
        }
        if (event instanceof ProgrammeEvent programme) {
            return "programme:" + programme.programmeId().value();
        }
        throw new IllegalArgumentException("no aggregate known for " + event);
    }

    @Override
    public void close() {
        dialogue.close();
        answers.close();
    }
}
