package org.dialogue.reports.timeline.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.dialogue.events.DialogueEvent;
import org.dialogue.events.MetadataKeys;
import org.dialogue.reports.timeline.TimelineEntry;
import org.dialogue.reports.web.Reflects;
import org.jspecify.annotations.Nullable;

/**
 * A question's timeline.
 *
 * @param entries what happened, in the order in which the services recorded it
 * @param answers the answers with their corrections, in the order of publishing
 */
record TimelineReport(Reflects reflects, String questionId, List<Entry> entries, List<AnswerHistory> answers) {

    /**
     * One event.
     *
     * @param name its logical name
     * @param happenedAt when it happened or took effect
     * @param recordedAt when the service recorded it
     * @param source the service that recorded it
     * @param position its place in that service's ledger
     * @param by who did it
     * @param event the event itself, as the catalogue of events describes it
     */
    record Entry(
            String eventId,
            String name,
            Instant happenedAt,
            Instant recordedAt,
            String source,
            long position,
            ActedBy by,
            @Schema(implementation = Object.class) DialogueEvent event) {

        static Entry of(TimelineEntry entry) {
            return new Entry(
                    entry.eventId(),
                    entry.name(),
                    entry.event().happenedAt(),
                    entry.order().recordedAt(),
                    entry.order().source(),
                    entry.order().position(),
                    ActedBy.of(entry.metadata()),
                    entry.event());
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
