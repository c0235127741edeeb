package org.dialogue.reports.timeline.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.MetadataKeys;
import org.dialogue.reports.folds.Provenance;
import org.dialogue.reports.folds.ViewFault;
import org.dialogue.reports.folds.timeline.TimelineEntry;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * A question's timeline.
 *
 * @param number its running number within the programme in which it was raised
 * @param groupedUnder the question that leads its group, if the reader may see that
 * @param entries what happened, in the order in which the services recorded it
 * @param answers the answers with their corrections, in the order of publishing; also those to the lead of its group
 * @param fault what is wrong with what is shown here; absent if nothing is
 */
record TimelineReport(
        Reflects reflects,
        String questionId,
        int number,
        @Nullable String groupedUnder,
        List<Entry> entries,
        List<AnswerHistory> answers,
        @Nullable String fault) {

    /**
     * One event.
     *
     * @param name its logical name
     * @param happenedAt when it happened or took effect; absent with the event
     * @param recordedAt when the service recorded it
     * @param source the service that recorded it
     * @param position its place in that service's ledger
     * @param by who did it; absent with the event
     * @param event the event itself, as the catalogue of events describes it; absent where it cannot be read or does not fit
     * @param fault what is wrong with it; absent if nothing is
     */
    record Entry(
            String eventId,
            String name,
            @Nullable Instant happenedAt,
            Instant recordedAt,
            String source,
            long position,
            @Nullable ActedBy by,
            @Schema(implementation = Object.class) @Nullable DialogueEvent event,
            @Nullable String fault) {

        /** An event that the view goes on without. */
        static Entry leftOut(ViewFault fault) {
            Provenance event = fault.event();
            return new Entry(
                    event.eventId(),
                    event.name(),
                    null,
                    event.recordedAt(),
                    event.source(),
                    event.sourcePosition(),
                    null,
                    null,
                    fault.told());
        }

        static Entry of(TimelineEntry entry, @Nullable String fault) {
            return new Entry(
                    entry.eventId(),
                    entry.name(),
                    entry.event().happenedAt(),
                    entry.order().recordedAt(),
                    entry.order().source(),
                    entry.order().position(),
                    ActedBy.of(entry.metadata()),
                    entry.event(),
                    fault);
        }
    }

    /**
     * Who did something, as history keeps it: by office, not by name.
     *
     * @param personId the person in the people registry
     * @param office the office in which the person acted
     * @param unit the administrative unit of the office
     * @param body the answering body of the office
     * @param onBehalfOf the subject on whose behalf it was done, where that is another
     */
    record ActedBy(
            @Nullable String personId,
            @Nullable String office,
            @Nullable String unit,
            @Nullable String body,
            @Nullable String onBehalfOf) {

        static ActedBy of(Map<String, String> metadata) {
            return new ActedBy(
                    metadata.get(MetadataKeys.PERSON_ID),
                    metadata.get(MetadataKeys.OFFICE),
                    metadata.get(MetadataKeys.UNIT),
                    metadata.get(MetadataKeys.BODY),
                    metadata.get(MetadataKeys.ON_BEHALF_OF));
        }
    }
}
