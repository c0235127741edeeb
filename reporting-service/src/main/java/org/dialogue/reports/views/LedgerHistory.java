package org.dialogue.reports.views;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.Identifier;
import org.dialogue.kit.events.LedgerEventReader;
import org.dialogue.ledger.EventLedger;
import org.dialogue.ledger.LedgerEvent;
import org.dialogue.ledger.Origin;
import org.dialogue.ledger.RecordedEvent;
import org.dialogue.reports.folds.History;
import org.dialogue.reports.folds.HistoryEntry;
import org.dialogue.reports.folds.Provenance;
import org.dialogue.reports.folds.ReadEvent;
import org.jspecify.annotations.Nullable;

/** Reads the own ledger directly, because Axon's streams do not tell where an event came from. */
final class LedgerHistory implements History {

    private final EventLedger ledger;
    private final LedgerEventReader reader;
    private final String service;

    /** @param service this service's name: the source of what was recorded here first */
    LedgerHistory(EventLedger ledger, LedgerEventReader reader, String service) {
        this.ledger = ledger;
        this.reader = reader;
        this.service = service;
    }

    @Override
    public long head() {
        return ledger.head();
    }

    @Override
    public Stream<ReadEvent> readAfter(long position) {
        return ledger.readAfter(position).map(this::read);
    }

    @Override
    public List<HistoryEntry> ofAggregate(String aggregateId) {
        return ledger.readAggregate(aggregateId, 0, Integer.MAX_VALUE).stream()
                .map(this::read)
                .flatMap(event -> event instanceof ReadEvent.Understood understood
                        ? understood.entries().stream()
                        : Stream.empty())
                .toList();
    }

    @Override
    public Ringing onAppend(Runnable bell) {
        return ledger.onAppend(bell)::close;
    }

    private ReadEvent read(RecordedEvent recorded) {
        Provenance provenance = provenance(recorded);
        try {
            List<DomainEventMessage<?>> messages = reader.read(recorded.event());
            if (messages.stream().anyMatch(message -> message.getPayloadType() == UnknownSerializedType.class)) {
                return new ReadEvent.OfUnknownName(provenance);
            }
            List<HistoryEntry> entries =
                    messages.stream().map(message -> entry(provenance, message)).toList();
            entries.forEach(entry -> requireInPlace(entry.event(), provenance));
            return new ReadEvent.Understood(provenance, entries);
        } catch (RuntimeException unreadable) {
            return new ReadEvent.Unreadable(provenance, unreadable);
        }
    }

    /** What an event tells of something else than what it is recorded under would be found by nobody who looks for either. */
    private static void requireInPlace(@Nullable DialogueEvent event, Provenance provenance) {
        if (event == null) {
            throw new IllegalStateException("it tells of nothing");
        }
        Identifier told = HistoryEntry.aggregateOf(event);
        if (told != null && !told.toString().equals(provenance.aggregateId())) {
            throw new IllegalStateException("it tells of " + told + ", and is recorded under another");
        }
    }

    private Provenance provenance(RecordedEvent recorded) {
        LedgerEvent event = recorded.event();
        Origin copiedFrom = event.origin();
        Origin origin =
                copiedFrom == null ? new Origin(service, recorded.position(), recorded.recordedAt()) : copiedFrom;
        return new Provenance(
                recorded.position(),
                recorded.recordedAt(),
                event.id(),
                event.name(),
                event.aggregateId(),
                origin.source(),
                origin.position(),
                origin.recordedAt());
    }

    private static HistoryEntry entry(Provenance recorded, EventMessage<?> message) {
        return new HistoryEntry(
                recorded.position(),
                recorded.copiedAt(),
                recorded.eventId(),
                recorded.name(),
                recorded.source(),
                recorded.sourcePosition(),
                recorded.recordedAt(),
                (DialogueEvent) message.getPayload(),
                metadata(message));
    }

    private static Map<String, String> metadata(EventMessage<?> message) {
        Map<String, String> metadata = new HashMap<>();
        message.getMetaData().forEach((key, value) -> {
            if (value != null) {
                metadata.put(key, value.toString());
            }
        });
        return metadata;
    }
}
