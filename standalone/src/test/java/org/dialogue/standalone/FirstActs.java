package org.dialogue.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dialogue.standalone.signin.DemoPeople;
import org.dialogue.standalone.signin.DemoPerson;
import org.dialogue.standalone.signin.DemoSignIn;
import org.jspecify.annotations.Nullable;

/**
 * What each demo person would try first. A delegate asks; the secretariat assigns each question to another body, whose
 * officer accepts it and whose heads clear an answer; the chair commits the leadership; auditors and operators look.
 */
final class FirstActs {

    private static final String CLERK = "secretariat-clerk";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Function<Service, String> addresses;
    private final DemoSignIn signIn;
    private final Set<String> acted = new TreeSet<>();

    FirstActs(Function<Service, String> addresses, DemoSignIn signIn) {
        this.addresses = addresses;
        this.signIn = signIn;
    }

    /** Lets everybody act, and insists that nobody was left out. */
    void perform() {
        DemoPeople people = DemoPeople.load();
        people.all().stream().filter(person -> is(person, "delegate")).forEach(this::asks);
        var asked =
                people.all().stream().filter(person -> is(person, "delegate")).iterator();
        people.all().stream()
                .filter(person -> is(person, "officer"))
                .forEach(officer -> answers(officer, question(asked.next()), people));
        people.all().stream().filter(person -> is(person, "chair")).forEach(this::commits);
        act("auditor", Service.DIALOGUE, "GET", "/api/ledger/export", null);
        act("operator", Service.REPORTING, "GET", "/api/reports/views", null);
        assertThat(acted)
                .containsExactlyInAnyOrderElementsOf(
                        people.all().stream().map(DemoPerson::username).toList());
    }

    private void asks(DemoPerson delegate) {
        act(delegate.username(), Service.DIALOGUE, "POST", "/api/questions", """
                {"questionId": "%s", "programmeId": "nghe-an-2023", "direction": "TO_LEADERSHIP", "unit": "%s",
                 "text": "May I ask?", "parts": [{"text": "First of all."}]}""".formatted(
                        question(delegate), delegate.unit()));
    }

    private void answers(DemoPerson officer, String question, DemoPeople people) {
        String assignment = "/api/assignments/" + question + "-slot";
        act(CLERK, Service.DIALOGUE, "POST", "/api/questions/" + question + "/assignments", """
                {"assignments": [{"assignmentId": "%s-slot", "body": "%s", "role": "LEAD", "parts": [],
                                  "due": {"kind": "NONE_SET"}}]}""".formatted(
                        question, officer.body()));
        await(assignment)
                .atMost(PATIENCE)
                .until(() -> send(officer.username(), Service.ANSWER, "GET", assignment, null)
                                .statusCode()
                        == 200);
        act(officer.username(), Service.ANSWER, "POST", assignment + "/acceptance", "{}");
        people.all().stream()
                .filter(head -> is(head, "head")
                        && officer.body() != null
                        && officer.body().equals(head.body()))
                .forEach(head -> act(head.username(), Service.ANSWER, "POST", assignment + "/clearance", """
                        {"answerId": "%s-by-%s",
                         "parts": [{"part": 1, "text": "You may.", "proposedDisposition": "EXPLAINED"}]}""".formatted(
                                question, head.personId())));
    }

    private void commits(DemoPerson chair) {
        act(chair.username(), Service.ANSWER, "POST", "/api/commitments", """
                {"commitmentId": "first-of-%s", "programmeId": "nghe-an-2023", "committedBy": "LEADERSHIP",
                 "bodies": ["%s"], "text": "We will see to it.", "due": {"kind": "NONE_SET"}}""".formatted(
                        chair.personId(), chair.body()));
    }

    private static String question(DemoPerson delegate) {
        return "first-of-" + delegate.personId();
    }

    private static boolean is(DemoPerson person, String role) {
        return person.roles().contains(role);
    }

    private void act(String username, Service service, String method, String path, @Nullable String body) {
        HttpResponse<String> answer = send(username, service, method, path, body);
        assertThat(answer.statusCode())
                .as("%s: %s %s -> %s", username, method, path, answer.body())
                .isBetween(200, 299);
        acted.add(username);
    }

    private HttpResponse<String> send(
            String username, Service service, String method, String path, @Nullable String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(addresses.apply(service) + path))
                .header("Authorization", "Bearer " + signIn.token(username))
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
