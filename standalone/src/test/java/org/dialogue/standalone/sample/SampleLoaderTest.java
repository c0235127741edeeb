package org.dialogue.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.dialogue.standalone.sample.FakeServices.Outcome;
import org.dialogue.standalone.sample.FakeServices.Request;
import org.dialogue.standalone.signin.DemoPeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleLoaderTest {

    private static final SampleProgramme PROGRAMME = SampleFile.read(SampleFile.PROGRAMME_2023);
    private static final int STEPS = Script.of(PROGRAMME, DemoPeople.load()).size();

    private final FakeServices services = new FakeServices();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void stop() {
        services.close();
    }

    @Test
    void takesEveryStepOnce() {
        int taken = load();

        assertThat(taken).isEqualTo(STEPS);
        assertThat(services.effects()).hasSize(STEPS);
        assertThat(services.whatHappened()).doesNotHaveDuplicates();
    }

    @Test
    void asksNothingNewOfDataThat010HasLoaded() {
        List<Step> now = Script.of(PROGRAMME, DemoPeople.load());
        List<Step> then = Script.of(PROGRAMME, DemoPeople.load(true));

        assertThat(now).extracting(Step::by).contains("secretariat-clerk");
        assertThat(then).hasSize(164).extracting(Step::key).contains("person.thai-thanh-quy", "head.home-affairs");
        assertThat(now).hasSize(then.size() + 4).extracting(Step::key).contains("head.finance", "head.agriculture");
    }

    @Test
    void givesEveryStepItsOwnKey() {
        assertThat(Script.of(PROGRAMME, DemoPeople.load()))
                .extracting(Step::key)
                .doesNotHaveDuplicates();
    }

    @Test
    void showsHowFarItIs() {
        load();

        assertThat(printed())
                .contains("[  1/" + STEPS + "] The secretariat registers Nghe An")
                .containsPattern("\\[ *\\d+/" + STEPS + "] Hoang Dinh Hung raises P4")
                .contains("[" + STEPS + "/" + STEPS + "] The secretariat puts C8 on record");
    }

    @Test
    void letsEveryStepBeTakenByWhoTookIt() {
        load();

        assertThat(whoDid("POST /api/questions 2023-P4")).isEqualTo("hoang-dinh-hung");
        assertThat(whoDid("POST /api/questions 2023-L1")).isEqualTo("thai-thanh-quy");
        assertThat(whoDid("POST /api/questions/2023-P4/assignments")).isEqualTo("secretariat-clerk");
        assertThat(whoDid("PUT /api/assignments/2023-P3-provincial-police/draft"))
                .isEqualTo("provincial-police-officer");
        assertThat(whoDid("POST /api/assignments/2023-P3-provincial-police/clearance"))
                .isEqualTo("pham-the-tung");
        assertThat(whoDid("POST /api/assignments/2023-L2-nga-my/publication")).isEqualTo("kha-van-lap");
        assertThat(whoDid("POST /api/questions/2023-P9/conclusion")).isEqualTo("nguyen-duc-trung");
        assertThat(whoDid("POST /api/commitments 2023-C3")).isEqualTo("nguyen-viet-hung");
        assertThat(whoDid("POST /api/commitments 2023-C7")).isEqualTo("secretariat-clerk");
    }

    @Test
    void assignsAndConcludesNothingThatTheSourcesLeaveOpen() {
        load();

        assertThat(services.whatHappened())
                .doesNotContain(
                        "POST /api/questions/2023-P5/assignments",
                        "POST /api/questions/2023-P6/assignments",
                        "POST /api/questions/2023-P7/assignments",
                        "POST /api/questions/2023-P2/conclusion",
                        "POST /api/questions/2023-P8/conclusion");
    }

    @Test
    void changesNothingASecondTime() {
        load();
        List<String> before = services.whatHappened();
        printed.reset();

        int taken = load();

        assertThat(taken).isZero();
        assertThat(services.whatHappened()).isEqualTo(before);
        assertThat(printed())
                .isEqualToIgnoringNewLines(
                        "  The programme of 2023 is loaded already: all %d steps were found, ".formatted(STEPS)
                                + "nothing was changed.\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 18, 60, 75, 85, 93, 94, 155, 163})
    void goesOnWhereItWasInterrupted(int after) {
        AtomicInteger count = new AtomicInteger();
        services.fail(request -> count.getAndIncrement() < after ? Outcome.DO : Outcome.LOSE_THE_REQUEST);
        assertThatThrownBy(this::load).isInstanceOf(SampleFailed.class);
        services.recover();

        load();

        assertThat(services.whatHappened()).hasSize(STEPS).doesNotHaveDuplicates();
    }

    @Test
    void doublesNothingWhenEveryReplyIsLost() {
        services.fail(request -> Outcome.LOSE_THE_REPLY);

        load();

        assertThat(services.whatHappened()).hasSize(STEPS).doesNotHaveDuplicates();
    }

    @Test
    void asksAgainUnderAnotherKeyForWhatHasNotArrivedYet() {
        Set<String> refused = new HashSet<>();
        services.fail(request -> request.path().equals("/api/commitments") && refused.size() < 3
                ? refuse(refused, request)
                : Outcome.DO);

        load();

        assertThat(refused)
                .containsExactlyInAnyOrder(
                        "sample.nghe-an-2023.committing.C1.1",
                        "sample.nghe-an-2023.committing.C1.2",
                        "sample.nghe-an-2023.committing.C1.3");
        assertThat(services.effects()).extracting(Request::key).contains("sample.nghe-an-2023.committing.C1.4");
    }

    @Test
    void saysForWhatItWaitsWhenThatTakesLong() {
        AtomicInteger refusals = new AtomicInteger();
        services.fail(request -> request.path().equals("/api/commitments") && refusals.getAndIncrement() < 30
                ? Outcome.refuse(503, "{\"detail\": \"the store does not answer\"}")
                : Outcome.DO);

        load();

        assertThat(printed()).containsOnlyOnce("waiting: 503 the store does not answer");
    }

    @Test
    void givesUpAtOnceWhenItIsRefused() {
        services.fail(request -> request.path().endsWith("/conclusion")
                ? Outcome.refuse(403, "{\"rule\": \"not-permitted\", \"detail\": \"only the chair concludes\"}")
                : Outcome.DO);

        assertThatThrownBy(this::load)
                .isInstanceOf(SampleFailed.class)
                .hasMessage("\"Nguyen Van Thong concludes on P1\" was refused: 403 only the chair concludes");
    }

    @Test
    void saysWhichFieldWasRefused() {
        services.fail(
                request -> Outcome.refuse(
                        400,
                        "{\"detail\": \"invalid\", \"errors\": [{\"field\": \"name.en\", \"rule\": \"size\", \"detail\": \"too long\"}]}"));

        assertThatThrownBy(this::load).hasMessageContaining("400 invalid; name.en too long");
    }

    @Test
    void givesUpWhenWhatItNeedsDoesNotArrive() {
        services.fail(request -> request.path().endsWith("/publication") ? Outcome.refuse(404, "{}") : Outcome.DO);

        assertThatThrownBy(this::load)
                .isInstanceOf(SampleFailed.class)
                .hasMessageContaining("did not succeed within 60 s")
                .hasMessageContaining("404");
    }

    private static Outcome refuse(Set<String> refused, Request request) {
        refused.add(request.key());
        return Outcome.refuse(400, "{\"errors\": [{\"field\": \"programmeId\", \"rule\": \"unknown-reference\"}]}");
    }

    private int load() {
        AtomicLong now = new AtomicLong();
        Patience patience = new Patience(
                Duration.ofSeconds(60), Duration.ofMillis(100), now::get, time -> now.addAndGet(time.toNanos()));
        Rest rest = new Rest(services.addresses(), username -> "token-of-" + username);
        return new SampleLoader(
                        rest, DemoPeople.load(), patience, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .load(PROGRAMME);
    }

    private String whoDid(String what) {
        return services.effects().stream()
                .filter(request -> request.what().equals(what))
                .findFirst()
                .orElseThrow()
                .by();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
