package org.dialogue.reports.running;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dialogue.events.question.Visibility;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.access.Role;
import org.dialogue.kit.testing.AccessMatrix;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.TestActors;
import org.dialogue.reports.story.Sample;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The table in {@code access.md}: about a question restricted to Home Affairs, asked from Xuan Lam; and about open ones. */
class WhoMayDoWhatIT extends RunningService {

    private static final String QUESTION = "restricted-to-home-affairs";
    private static final String INTERNAL = ", of an internal question";
    private static final String PUBLIC = ", of a public question";

    private static final Actor ASKER = new Actor(
            "asker",
            "delegate-of-" + Sample.COMMUNE.value(),
            null,
            Sample.COMMUNE.value(),
            null,
            Set.of(Role.DELEGATE),
            null);

    @TestFactory
    Stream<DynamicTest> everybodyAtEveryDoor() {
        others.publish(
                Sample.raised(
                        QUESTION,
                        Sample.COMMUNE,
                        1,
                        new Visibility(Visibility.Kind.RESTRICTED, List.of(Sample.HOME_AFFAIRS))),
                Sample.raised("internal", Sample.COMMUNE, 1, new Visibility(Visibility.Kind.INTERNAL, List.of())),
                Sample.raised("public", Sample.COMMUNE, 1, Visibility.toEverybody()));
        awaitViews();
        String timeline = "GET /api/reports/questions/{id}/timeline";
        return AccessMatrix.tests(
                callers(), this::address, (row, example) -> example.toString(), timeline + INTERNAL, timeline + PUBLIC);
    }

    private Map<String, Caller> callers() {
        Map<String, Caller> callers = new LinkedHashMap<>();
        callers.put("anonymous", anonymous());
        callers.put("delegate, own", as(ASKER));
        callers.put("delegate, foreign", as(TestActors.delegateOf("elsewhere")));
        callers.put("officer, own", as(TestActors.officerOf(Sample.HOME_AFFAIRS.value())));
        callers.put("officer, foreign", as(TestActors.officerOf(Sample.POLICE.value())));
        callers.put("head, own", as(TestActors.headOf(Sample.HOME_AFFAIRS.value())));
        callers.put("head, foreign", as(TestActors.headOf(Sample.POLICE.value())));
        callers.put("secretariat", as(TestActors.secretariat()));
        callers.put("chair", as(TestActors.chair()));
        callers.put("auditor", as(TestActors.auditor()));
        callers.put("operator", as(TestActors.operator()));
        return callers;
    }

    private String address(String row) {
        String path = row.substring(row.indexOf(' ') + 1).replaceFirst(",.*", "");
        String question = row.endsWith(INTERNAL) ? "internal" : row.endsWith(PUBLIC) ? "public" : QUESTION;
        return path.replace("/questions/{id}", "/questions/" + question)
                        .replace("/projections/{name}", "/projections/none")
                        .replace("{name}", "coverage")
                        .replace("{source}", "dialogue-service")
                        .replace("{group}/{id}", "none/none")
                        .replace("{id}", "none")
                        .replace("{size}", "1")
                + (path.endsWith("/consistency")
                        ? "?from=1&to=2"
                        : path.endsWith("/inclusion")
                                ? "?position=1&size=1"
                                : path.endsWith("/counts") ? "?by=BODY" : "");
    }
}
