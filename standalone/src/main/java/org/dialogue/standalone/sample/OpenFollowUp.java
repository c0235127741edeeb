package org.dialogue.standalone.sample;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dialogue.standalone.sample.Rest.Reply;
import org.dialogue.standalone.sample.SampleAddresses.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what remains open of a programme: the promises, and the questions that nobody has answered. */
public final class OpenFollowUp {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String READER = Script.CLERK;

    private final SampleAddresses addresses;
    private final Rest rest;
    private final Patience patience;
    private final PrintStream out;

    /**
     * A printer of what the reports say.
     *
     * @param tokens gives an access token for the name of a demo person
     * @param out where it is printed, for terminals of 100 columns
     */
    public OpenFollowUp(SampleAddresses addresses, Function<String, String> tokens, PrintStream out) {
        this(addresses, new Rest(addresses, tokens), Patience.of(LIMIT), out);
    }

    OpenFollowUp(SampleAddresses addresses, Rest rest, Patience patience, PrintStream out) {
        this.addresses = addresses;
        this.rest = rest;
        this.patience = patience;
        this.out = out;
    }

    /**
     * Waits until the reports show everything recorded so far, then prints.
     *
     * @param programmeId the programme
     * @throws SampleFailed if the reports do not catch up in time, or refuse
     */
    public void print(String programmeId) {
        awaitReports();
        JsonNode commitments = report("open-commitments", "programme=" + programmeId + "&sort=committed");
        JsonNode parts = report("coverage", "programme=" + programmeId);
        new FollowUpTables(commitments, parts).lines().forEach(out::println);
        addressLines().forEach(out::println);
    }

    private void awaitReports() {
        CaughtUp caughtUp = new CaughtUp(rest, READER);
        Patience.Wait wait = patience.begin();
        while (!isCurrent(caughtUp)) {
            if (wait.isOver()) {
                throw new SampleFailed("The reports have not caught up within %d s; %s says how far they are."
                        .formatted(
                                patience.limit().toSeconds(),
                                addresses.reports().resolve("/actuator/health")));
            }
            if (wait.becameLong()) {
                out.println("  Waiting until the reports have caught up ...");
            }
            wait.pause();
        }
    }

    private static boolean isCurrent(CaughtUp caughtUp) {
        try {
            return caughtUp.look();
        } catch (IOException unreachable) {
            // A service on its way up is one that has not caught up.
            return false;
        }
    }

    /** {@return the report with the items of all its pages} */
    private JsonNode report(String name, String query) {
        String path = "/api/reports/" + name + "?" + query;
        JsonNode first = page(path);
        List<JsonNode> items = new ArrayList<>(first.path("items").valueStream().toList());
        for (JsonNode page = first; page.path("next").isString(); ) {
            page = page(path + "&cursor=" + URLEncoder.encode(page.path("next").stringValue(), StandardCharsets.UTF_8));
            items.addAll(page.path("items").valueStream().toList());
        }
        ObjectNode whole = first.deepCopy().asObject();
        whole.putArray("items").addAll(items);
        return whole;
    }

    private JsonNode page(String path) {
        try {
            Reply reply = rest.get(Service.REPORTS, path, READER);
            if (!reply.isSuccess()) {
                throw new SampleFailed("The report %s was refused: %s".formatted(path, reply.problem()));
            }
            return reply.json();
        } catch (IOException unreachable) {
            throw new SampleFailed("The reports cannot be reached at " + addresses.reports(), unreachable);
        }
    }

    private List<String> addressLines() {
        return List.of(
                "",
                "Open to everybody:",
                line("health", addresses.reports(), "/actuator/health"),
                line("metrics", addresses.reports(), "/actuator/prometheus"),
                line("the interfaces, described", addresses.dialogues(), "/v3/api-docs/page"),
                line("", addresses.answers(), "/v3/api-docs/page"),
                line("", addresses.reports(), "/v3/api-docs/page"),
                line("the ledgers' witness", addresses.reports(), "/api/witness"),
                "With the token of a demo person (./demo --token=secretariat-clerk):",
                line("open commitments", addresses.reports(), "/api/reports/open-commitments"),
                line("what was answered", addresses.reports(), "/api/reports/coverage"),
                line("one question's history", addresses.reports(), "/api/reports/questions/2023-P4/timeline"));
    }

    private static String line(String what, URI service, String path) {
        return "  %-26s %s".formatted(what, service.resolve(path));
    }

    /**
     * Tells from the services' health whether everything recorded has been published, has reached the other services and is
     * in the reports. A service may record something new when it hears of something, so publishers are asked both before and
     * after those who listen.
     */
    private static final class CaughtUp {

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
}
