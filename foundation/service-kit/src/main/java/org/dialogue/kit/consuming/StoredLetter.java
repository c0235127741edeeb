package org.dialogue.kit.consuming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEntry;
import org.axonframework.extensions.mongo.eventhandling.deadletter.DeadLetterEventEntry;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.EventEntryConfiguration;
import org.axonframework.serialization.SerializedObject;
import org.bson.Document;
import org.dialogue.kit.cloudevents.UnreadableRecord;
import org.dialogue.kit.events.EventJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A parked letter as its document holds it. Nothing in it is trusted to be readable. */
final class StoredLetter {

    static final String GROUP = "processingGroup";
    static final String SEQUENCE = "sequenceIdentifier";
    static final String INDEX = "index";

    private static final EventEntryConfiguration NAMES = EventEntryConfiguration.getDefault();
    static final String ID = "message." + NAMES.eventIdentifierProperty();

    private final DeadLetterEntry entry;
    private final DeadLetterEventEntry message;
    private final @Nullable RawRecord record;

    StoredLetter(Document document) {
        this.entry = new DeadLetterEntry(document);
        this.message = entry.getMessage(NAMES);
        this.record =
                RawRecord.class.getName().equals(message.getPayload().getType().getName())
                        ? EventJson.mapper().readValue(bytes(message.getPayload()), RawRecord.class)
                        : null;
    }

    /** All bytes of a letter, for an auditor. */
    record Content(
            byte[] payload, byte[] metadata, @Nullable RawRecord record) {}

    String id() {
        return message.getEventIdentifier();
    }

    String about() {
        String aggregate = message.getAggregateIdentifier();
        if (aggregate != null) {
            return aggregate;
        }
        ReceivedEvent event = event();
        return event == null
                ? record == null ? "" : record.place()
                : event.event().aggregateId();
    }

    String sequence() {
        return entry.getSequenceIdentifier();
    }

    Content content() {
        return new Content(bytes(message.getPayload()), bytes(message.getMetaData()), record);
    }

    ParkedLetter shown(String group) {
        ReceivedEvent event = event();
        return new ParkedLetter(
                group,
                id(),
                about(),
                event == null
                        ? record == null ? named() : null
                        : event.event().name() + " " + event.event().revision(),
                event == null ? source() : event.source(),
                event == null ? position() : Long.valueOf(event.position()),
                event == null ? numbered() : Long.valueOf(event.event().sequence()),
                cause(),
                attempts(),
                entry.getEnqueuedAt(),
                entry.getLastTouched());
    }

    private @Nullable ReceivedEvent event() {
        if (record == null) {
            return null;
        }
        try {
            return record.read();
        } catch (UnreadableRecord poison) {
            return null;
        }
    }

    private String named() {
        String revision = message.getPayload().getType().getRevision();
        return message.getPayload().getType().getName() + (revision == null ? "" : " " + revision);
    }

    private @Nullable Long numbered() {
        return message.getAggregateIdentifier() == null ? null : Long.valueOf(message.getSequenceNumber());
    }

    private @Nullable String source() {
        return metadata().path(InboundMetadata.SOURCE).asString(null);
    }

    private @Nullable Long position() {
        String position = metadata().path(InboundMetadata.POSITION).asString(null);
        return position == null ? null : Long.valueOf(position);
    }

    private JsonNode metadata() {
        return EventJson.mapper().readTree(bytes(message.getMetaData()));
    }

    private int attempts() {
        return EventJson.mapper()
                .readTree(bytes(entry.getDiagnostics()))
                .path("attempts")
                .asInt(0);
    }

    private @Nullable SafeCause cause() {
        if (entry.getCauseType() == null) {
            return null;
        }
        List<byte[]> content = new ArrayList<>();
        if (record == null) {
            content.add(bytes(message.getPayload()));
        } else {
            content.addAll(record.headers().values());
            content.add(record.value() == null ? new byte[0] : record.value());
        }
        return SafeCause.of(entry.getCauseType(), entry.getCauseMessage(), List.of(about(), id()), content);
    }

    private static byte[] bytes(SerializedObject<?> stored) {
        Object data = stored.getData();
        return data instanceof byte[] bytes ? bytes : String.valueOf(data).getBytes(StandardCharsets.UTF_8);
    }
}
