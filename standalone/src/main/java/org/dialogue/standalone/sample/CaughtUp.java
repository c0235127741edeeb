package org.dialogue.standalone.sample;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.standalone.sample.Rest.Reply;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import tools.jackson.databind.JsonNode;

/**
 * Tells from the services' health whether everything recorded has been published, has reached the other services and is
 * in the reports. A service may record something new when it hears of something, so publishers are asked both before and
 * after those who listen.
 */
final class CaughtUp {

    private static final String DIALOGUES = "dialogue-service";
    private static final String ANSWERS = "answer-service";
    private static final Pattern LAG = Pattern.compile("(?m)^dialogue_publishing_lag(?:\\{[^}]*})? ([0-9.E+-]+)$");

    private final Rest rest;
    private final String reader;

    /** @param reader who may read the state of the reports' views */
    CaughtUp(Rest rest, String reader) {
        this.rest = rest;
        this.reader = reader;
    }

    /**
     * Looks once.
     *
     * @return whether the reports show everything that was recorded before
     * @throws IOException if a service cannot be reached
     */
    boolean look() throws IOException {
        OptionalLong dialogues = published(Service.DIALOGUES);
        OptionalLong answers = published(Service.ANSWERS);
        return dialogues.isPresent()
                && answers.isPresent()
                && hasHandled(Service.DIALOGUES, ANSWERS, answers.getAsLong())
                && hasHandled(Service.ANSWERS, DIALOGUES, dialogues.getAsLong())
                && hasHandled(Service.REPORTS, DIALOGUES, dialogues.getAsLong())
                && hasHandled(Service.REPORTS, ANSWERS, answers.getAsLong())
                && viewsAreCurrent()
                && dialogues.equals(published(Service.DIALOGUES))
                && answers.equals(published(Service.ANSWERS));
    }

    /** {@return the last position of a ledger that has been published whole; empty while it has not} */
    private OptionalLong published(Service service) throws IOException {
        Matcher lag =
                LAG.matcher(rest.getOpenly(service, "/actuator/prometheus").text());
        JsonNode position = health(service, "publisher").path("published");
        boolean whole = lag.find() && Double.parseDouble(lag.group(1)) == 0;
        return whole && position.isNumber() ? OptionalLong.of(position.asLong()) : OptionalLong.empty();
    }

    private boolean hasHandled(Service service, String source, long position) throws IOException {
        return health(service, "inbox").path("handled").path(source).asLong(-1) >= position;
    }

    private boolean viewsAreCurrent() throws IOException {
        Reply views = rest.get(Service.REPORTS, "/api/reports/views", reader);
        return views.isSuccess()
                && !views.json().isEmpty()
                && views.json()
                        .valueStream()
                        .allMatch(view -> view.path("ready").asBoolean(false)
                                && view.path("behind").asLong(-1) == 0);
    }

    private JsonNode health(Service service, String component) throws IOException {
        return rest.getOpenly(service, "/actuator/health")
                .json()
                .path("components")
                .path(component)
                .path("details");
    }
}
