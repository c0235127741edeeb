package org.dialogue.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.dialogue.kit.access.Actor;
import org.dialogue.kit.sample.SampleService;
import org.dialogue.kit.testing.Caller;
import org.dialogue.kit.testing.Reply;
import org.dialogue.kit.testing.ServiceTest;
import org.dialogue.kit.testing.TestActors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest(classes = SampleService.class)
class ProblemLanguageIT {

    private static final Actor SECRETARIAT = TestActors.secretariat();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vi | vi",
                "vi-VN | vi",
                "VI-vn | vi",
                "fr, vi;q=0.5 | vi",
                "en;q=0.3, vi;q=0.9 | vi",
                "en | en",
                "en-GB, vi;q=0.9 | en",
                "vi;q=0.2, en;q=0.8 | en",
                "vi;q=0, * | en",
                "fr | en",
                "* | en",
                "vi;q=nonsense | en",
                "',,;' | en"
            })
    void isWhatTheCallerPrefers(String preference, String language) {
        Reply refused =
                Caller.as(port, SECRETARIAT).post("/api/papers", "{\"reason\":\" \"}", "Accept-Language", preference);

        refused.expectInvalid("reason not-blank");
        assertThat(refused.header("Content-Language")).isEqualTo(language);
        assertThat(refused.header("Vary")).contains("Accept-Language");
        assertThat(refused.at("/errors/0/detail"))
                .isEqualTo(
                        language.equals("vi")
                                ? "phải có nội dung, ví dụ \"nước sạch\""
                                : "must say something, such as \"clean water\"");
        assertThat(refused.at("/title"))
                .isEqualTo(language.equals("vi") ? "Yêu cầu không hợp lệ" : "The request is not valid");
    }

    @Test
    void coversWhatServicesRefuse() {
        Caller caller = Caller.as(port, SECRETARIAT);
        String paper = caller.post("/api/papers", "{\"reason\":\"of age\"}").header("Location");

        Reply conflict = caller.put(paper, "{\"reason\":\"of age\"}", "Accept-Language", "vi");
        conflict.expectProblem(409, "nothing-to-amend");
        assertThat(conflict.at("/detail")).isEqualTo("nội dung vẫn như cũ");
        assertThat(conflict.at("/title")).isEqualTo("Hiện chưa thực hiện được");

        Reply unknown = caller.put("/api/papers/unheard-of", "{\"reason\":\"x\"}", "Accept-Language", "vi");
        assertThat(unknown.expectProblem(404, "unknown").at("/detail"))
                .isEqualTo("không có mục nào mang mã question:unheard-of");

        Reply stale = caller.put(paper, "{\"reason\":\"y\"}", "Accept-Language", "vi", "If-Match", "\"7\"");
        assertThat(stale.expectProblem(412, "stale-version").at("/detail")).contains("đã thay đổi sau phiên bản 7");
    }

    @Test
    void coversTheLedgerAndTheChain() {
        Reply ledger =
                Caller.anonymous(port).send("GET", "/api/ledger/checkpoints?limit=5000", "", "Accept-Language", "vi");
        assertThat(ledger.expectInvalid("limit range").at("/detail")).isEqualTo("limit: phải từ 1 đến 1000");

        Reply unsigned = Caller.anonymous(port).send("GET", "/api/papers/x", "", "Accept-Language", "vi");
        assertThat(unsigned.expectProblem(401, "not-authenticated").at("/title"))
                .isEqualTo("Chưa đăng nhập");
        assertThat(unsigned.header("Content-Language")).isEqualTo("vi");
    }

    /** What Spring and the container refuse is told in our words too, in both languages. */
    @Test
    void coversWhatIsRefusedBeforeAnyController() {
        Caller caller = Caller.as(port, SECRETARIAT);
        String paper = caller.post("/api/papers", "{\"reason\":\"of age\"}").header("Location");

        assertTold(
                caller,
                405,
                "this address does not know DELETE, only: POST",
                "địa chỉ này không hỗ trợ DELETE, chỉ hỗ trợ: POST",
                "DELETE",
                "/api/papers");
        assertTold(caller, 404, "there is no such address", "không có địa chỉ này", "GET", "/api/nothing");
        assertTold(
                caller,
                406,
                "Accept names none of the types that this is answered in, such as application/json",
                "không có dạng dữ liệu nêu trong Accept; đề nghị dùng application/json",
                "GET",
                paper,
                "Accept",
                "text/html");
    }

    @Test
    void saysWhatItSpeaksOf() {
        Caller caller = Caller.as(port, SECRETARIAT);
        String paper = caller.post("/api/papers", "{\"reason\":\"of age\"}").header("Location");

        Reply forbidden = caller.put(paper, "{\"reason\":\"forbidden\"}", "Accept-Language", "vi");
        assertThat(forbidden.expectProblem(403, "not-permitted").at("/detail")).startsWith("không phải lý do này, ");

        Reply operators = caller.send("GET", "/api/projections", "", "Accept-Language", "vi");
        assertThat(operators.expectProblem(403, "not-permitted").at("/detail"))
                .isEqualTo("cần một trong các vai trò: operator");

        Reply letter = Caller.as(port, TestActors.operator())
                .send("POST", "/api/projections/nothing/rebuild", "", "Accept-Language", "vi");
        assertThat(letter.expectProblem(404, "unknown").at("/detail"))
                .isEqualTo("không có danh sách nào mang mã nothing");
    }

    private static void assertTold(
            Caller caller,
            int status,
            String english,
            String vietnamese,
            String method,
            String path,
            String... headers) {
        Reply plain = caller.send(method, path, "", headers).expect(status);
        assertThat(plain.at("/detail")).isEqualTo(english);
        String[] preferring = Stream.concat(Stream.of(headers), Stream.of("Accept-Language", "vi"))
                .toArray(String[]::new);
        assertThat(caller.send(method, path, "", preferring).expect(status).at("/detail"))
                .isEqualTo(vietnamese);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        Caller.as(port, SECRETARIAT)
                .post(
                        "/api/papers",
                        "{\"reason\":\"\",\"body\":\"no good\",\"pages\":[{\"number\":\"x\",\"side\":1}],\"colour\":1}")
                .expectInvalid(
                        "reason not-blank",
                        "body format",
                        "pages[0].number wrong-type",
                        "pages[0].side unknown-field",
                        "colour unknown-field");
    }
}
