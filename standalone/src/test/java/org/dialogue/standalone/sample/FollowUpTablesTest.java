package org.dialogue.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FollowUpTablesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final JsonNode COMMITMENTS = JSON.readTree("""
            {"reflects": {"position": 97, "recordedAt": "2026-11-22T03:00:00Z", "today": "2026-11-22"},
             "totals": {"commitments": 3, "byState": {"OPEN": 2, "WAITING": 1}, "late": 1, "noDateSet": 2},
             "items": [
               {"commitmentId": "2023-C8", "text": "Find a solution for every redundant cadre and civil servant.",
                "bodies": [{"id": "home-affairs", "name": {"vi": "Sở Nội vụ", "en": "Department of Home Affairs"}}],
                "due": {"kind": "NONE_SET"}, "state": "OPEN", "late": false,
                "measure": {"unit": "redundant cadres", "baseline": 127, "target": 0, "current": 127.0},
                "milestones": []},
               {"commitmentId": "2023-C5", "text": "Keep recommending.",
                "bodies": [{"id": "standing-committee", "name": {"vi": "x", "en": "Standing Committee"}}],
                "assignedBy": {"id": "somebody"},
                "due": {"kind": "NONE_SET"}, "state": "WAITING", "late": false, "milestones": [],
                "awaiting": {"id": "central", "name": {"vi": "Trung ương", "en": "Central Government"}}},
               {"commitmentId": "2023-C6", "text": "Bring about a policy.",
                "bodies": [{"id": "a", "name": {"vi": "a", "en": "First"}}, {"id": "b", "name": {"vi": "b", "en": "Second"}}],
                "due": {"kind": "BY_DATE", "date": "2024-06-30"}, "state": "OPEN", "late": true,
                "milestones": [{"id": "consultation", "text": "Consultation", "reachedAt": "2024-01-01T00:00:00Z"},
                               {"id": "council", "text": "Council", "reachedAt": null}]}]}""");

    private static final JsonNode PARTS = JSON.readTree("""
            {"reflects": {"position": 97, "recordedAt": "2026-11-22T03:00:00Z", "today": "2026-11-22"},
             "totals": {"questions": 3, "parts": 3},
             "items": [
               {"questionId": "2023-P1", "part": 1, "text": "Answered long ago.", "state": "ANSWERED", "owed": [],
                "unit": {"id": "dien-lam"}},
               {"questionId": "2023-P8", "part": 2, "text": "There is no official housing.", "state": "OWED",
                "unit": {"id": "xuan-lam", "name": {"vi": "Xuan Lam", "en": "Xuan Lam"}},
                "owed": [{"by": "SECRETARIAT", "step": "TRIAGE", "since": "2026-11-20T18:00:00Z", "days": 1}]},
               {"questionId": "2023-P5", "part": 1, "text": "Political education.", "state": "OWED",
                "unit": {"id": "son-hai", "name": {"vi": "Son Hai", "en": "Son Hai"}},
                "owed": [{"by": "home-affairs", "body": {"id": "home-affairs", "name": {"vi": "x", "en": "Home Affairs"}},
                          "step": "ANSWER", "since": "2026-11-01T02:00:00Z", "days": 21}]}]}""");

    private final List<String> lines = new FollowUpTables(COMMITMENTS, PARTS).lines();

    @Test
    void countsWhatIsOpen() {
        assertThat(lines)
                .contains("OPEN COMMITMENTS: 3, of these waiting for a higher authority 1, late 1, without a date 2")
                .contains("NOT ANSWERED: 2 of the 3 parts of 3 questions");
    }

    @Test
    void showsAMeasureAsWhereItWasWhereItShallBeAndWhereItIs() {
        assertThat(lines).anyMatch(line -> line.contains("127 -> 0 redundant cadres, now 127"));
    }

    @Test
    void showsWhoBearsItAndWhoChargedThem() {
        String all = text();

        assertThat(all).contains("Department of Home").contains("First;").contains("Second");
        assertThat(all).contains("(assigned by somebody)");
    }

    @Test
    void showsDueLateAndWaiting() {
        assertThat(text())
                .contains("no date set")
                .contains("2024-06-30")
                .contains("LATE")
                .contains("waits for");
    }

    @Test
    void ticksMilestonesThatWereReached() {
        assertThat(text()).contains("[x] Consultation").contains("[ ] Council");
    }

    @Test
    void showsOnlyPartsThatAreOwedAndByWhomSinceWhen() {
        assertThat(text())
                .doesNotContain("Answered long ago")
                .contains("Part 2: There is no official housing.")
                .contains("Secretariat: to assign it to")
                .contains("Home Affairs: to answer")
                .contains("since 2026-11-01 (21 days)");
    }

    @Test
    void countsDaysOnTheHostsCalendar() {
        assertThat(text()).contains("since 2026-11-21 (1 days)");
    }

    @Test
    void saysWhatItReflects() {
        assertThat(lines).contains("As of position 97 of the reports' ledger, recorded 2026-11-22T03:00:00Z.");
    }

    @Test
    void fitsATerminalOfAHundredColumns() {
        assertThat(lines).allMatch(line -> line.length() <= 100);
    }

    private String text() {
        return String.join("\n", lines);
    }
}
